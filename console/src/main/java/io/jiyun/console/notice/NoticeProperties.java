package io.jiyun.console.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices leave the console. E-mail goes where {@code spring.mail.host} says, and nowhere
 * without it.
 *
 * @param sender address in the From of e-mail
 * @param address where people reach the console, for links in messages
 * @param digest what comes for one target within this time goes as one message
 * @param interval least time between two messages to one target; chat robots take 20 a minute
 * @param beforeGrantEnds how long before a temporary grant ends people are told; a suggested value
 */
@ConfigurationProperties("jiyun.notice")
public record NoticeProperties(
        @DefaultValue("jiyun@localhost") String sender,
        @DefaultValue("http://127.0.0.1:8080") String address,
        @DefaultValue("PT20S") Duration digest,
        @DefaultValue("PT6S") Duration interval,
        @DefaultValue("30d") Duration beforeGrantEnds) {}
