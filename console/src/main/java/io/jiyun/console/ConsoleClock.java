package io.jiyun.console;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for the whole console, so that tests can stand at a chosen moment. */
@Configuration(proxyBeanMethods = false)
class ConsoleClock {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
