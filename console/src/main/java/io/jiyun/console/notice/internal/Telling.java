package io.jiyun.console.notice.internal;

import io.jiyun.console.account.Account;
import io.jiyun.console.account.People;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.notice.Audience;
import io.jiyun.console.notice.NoticeKind;
import io.jiyun.console.notice.Notices;
import io.jiyun.console.notice.internal.DeliveryTable.Channel;
import io.jiyun.console.notice.internal.DeliveryTable.Target;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes notices to the pages of those concerned and queues what leaves the console. */
@Component
class Telling implements Notices {
    private final NoticeTable notices;
    private final DeliveryTable deliveries;
    private final WebhookTable webhooks;
    private final People people;

    Telling(NoticeTable notices, DeliveryTable deliveries, WebhookTable webhooks, People people) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.people = people;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Audience audience, NoticeKind kind, String link, String... arguments) {
        for (Account account : concerned(audience)) {
            notices.insert(account.username(), kind, List.of(arguments), link);
            String email = account.email();
            if (email != null) {
                deliveries.enqueue(
                        new Target(Channel.EMAIL, email),
                        sentence(account.preferences().locale(), kind, arguments),
                        link);
            }
        }
        String sentence = sentence(Locale.SIMPLIFIED_CHINESE, kind, arguments);
        webhooks.ids()
                .forEach(id -> deliveries.enqueue(new Target(Channel.WEBHOOK, id), sentence, link));
    }

    private List<Account> concerned(Audience audience) {
        return switch (audience) {
            case Audience.Person(String username) -> people.named(username).stream().toList();
            case Audience.Holders(var role, var bureau) -> people.holding(role, bureau);
            case Audience.Together(var all) ->
                    all.stream().flatMap(one -> concerned(one).stream()).distinct().toList();
        };
    }

    private static String sentence(Locale locale, NoticeKind kind, String... arguments) {
        return Sentences.in(locale, "notice." + kind.name(), (Object[]) arguments);
    }
}
