package io.jiyun.console.request.ui;

import com.vaadin.flow.component.html.Div;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.console.request.EventKind;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestState;
import io.jiyun.console.request.Step;
import io.jiyun.console.request.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a request came to nothing, or came back, and what its filer can do: said before all else. */
final class Verdict extends Div {
    private static final long serialVersionUID = 1L;

    private Verdict(TimelineEntry entry, boolean goesOn) {
        String key = "request.verdict." + entry.kind();
        List<String> lines = new ArrayList<>();
        lines.add(
                getTranslation(
                        "request.verdict.by", entry.actorName(), Figures.moment(entry.at())));
        if (goesOn) {
            lines.add(getTranslation(key + ".next"));
        }
        add(
                Notice.of(
                        entry.kind() == EventKind.REJECTED ? Status.BAD : Status.WATCH,
                        getTranslation(key, entry.reason()),
                        lines));
    }

    static Optional<Verdict> of(RequestDetail detail) {
        RequestState state = detail.row().state();
        if (state == RequestState.REJECTED) {
            return last(detail, EventKind.REJECTED, Step.DUPLICATE);
        }
        return state == RequestState.RETURNED
                ? last(detail, EventKind.RETURNED, Step.EDIT)
                : Optional.empty();
    }

    private static Optional<Verdict> last(RequestDetail detail, EventKind kind, Step next) {
        return detail.timeline().reversed().stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .map(entry -> new Verdict(entry, detail.possible().contains(next)));
    }
}
