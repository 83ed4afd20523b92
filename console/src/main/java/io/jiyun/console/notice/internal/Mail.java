package io.jiyun.console.notice.internal;

import io.jiyun.console.notice.NoticeProperties;
import io.jiyun.console.notice.internal.DeliveryTable.Item;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail, plain text. */
@Component
class Mail {
    private final ObjectProvider<JavaMailSender> sender;
    private final NoticeProperties properties;

    Mail(ObjectProvider<JavaMailSender> sender, NoticeProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    void send(String address, List<Item> items) throws NotDelivered {
        JavaMailSender available = sender.getIfAvailable();
        if (available == null) {
            throw new NotDelivered("no mail server is set (spring.mail.host)");
        }
        try {
            MimeMessage message = available.createMimeMessage();
            MimeMessageHelper helper =
                    new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(properties.sender());
            helper.setTo(address);
            helper.setSubject(subject(items));
            helper.setText(Digest.text(items, properties.address()));
            available.send(message);
        } catch (MessagingException | MailException failure) {
            throw new NotDelivered("the mail server: " + failure.getMessage());
        }
    }

    private static String subject(List<Item> items) {
        String first = items.getFirst().text().replaceAll("\\s+", " ");
        return items.size() == 1 ? "[集云] " + first : "[集云] " + items.size() + " 条通知";
    }
}
