package io.jiyun.console.request.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.page.Figures;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.Status;
import io.jiyun.console.page.UploadWords;
import io.jiyun.console.request.AttachedFile;
import io.jiyun.console.request.DocumentLine;
import io.jiyun.console.request.DocumentOutcome;
import io.jiyun.console.request.RequestDetail;
import io.jiyun.console.request.RequestService;
import io.jiyun.console.request.Step;
import java.io.ByteArrayInputStream;

/** Files that go with a request, and where to add more. */
final class DocumentList extends Section {
    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 10 * 1024 * 1024;

    private final transient RequestService requests;
    private final transient Runnable afterwards;
    private final String number;
    private final Div outcome = new Div();

    DocumentList(
            RequestService requests, RequestDetail detail, boolean mayAdd, Runnable afterwards) {
        this.requests = requests;
        this.afterwards = afterwards;
        this.number = detail.row().number();
        addClassName("card");
        add(new H3(getTranslation("request.documents")));
        if (detail.documents().isEmpty()) {
            add(
                    new Paragraph(
                            getTranslation(
                                    mayAdd
                                            ? "request.documents.empty"
                                            : "request.documents.none")));
        }
        UnorderedList list = new UnorderedList();
        boolean mayRemove = mayAdd && detail.possible().contains(Step.EDIT);
        detail.documents().forEach(line -> list.add(item(line, mayRemove)));
        add(list, outcome);
        if (mayAdd) {
            Upload upload =
                    new Upload(
                            UploadHandler.inMemory(
                                    (metadata, content) -> attach(metadata.fileName(), content)));
            upload.setMaxFileSize(LARGEST);
            UploadWords.putOn(upload, this);
            add(upload);
        }
    }

    private ListItem item(DocumentLine line, boolean mayRemove) {
        Anchor download =
                new Anchor(
                        DownloadHandler.fromInputStream(event -> {
                            AttachedFile file = requests.document(number, line.id());
                            return new DownloadResponse(
                                    new ByteArrayInputStream(file.content()),
                                    line.name(),
                                    line.mediaType(),
                                    line.size());
                        }),
                        line.name());
        Span facts =
                new Span(" " + line.size() / 1024 + " KiB · " + Figures.moment(line.uploadedAt()));
        facts.addClassName("secondary");
        ListItem item = new ListItem(download, facts);
        if (mayRemove) {
            Button remove =
                    new Button(
                            VaadinIcon.TRASH.create(),
                            click -> show(requests.detach(number, line.id())));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            remove.setAriaLabel(getTranslation("request.documents.remove", line.name()));
            item.add(remove);
        }
        return item;
    }

    private void attach(String name, byte[] content) {
        show(requests.attach(number, name, content));
    }

    private void show(DocumentOutcome result) {
        outcome.removeAll();
        switch (result) {
            case DocumentOutcome.Attached _ -> afterwards.run();
            case DocumentOutcome.Refused(var violations) ->
                    outcome.add(
                            Notice.of(
                                    Status.BAD,
                                    getTranslation("request.documents.refused"),
                                    Sentences.of(violations, getLocale())));
        }
    }
}
