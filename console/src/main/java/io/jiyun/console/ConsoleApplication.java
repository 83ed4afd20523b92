package io.jiyun.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the console. Pages are pushed to, because usage arrives while people look at it. */
@EnableScheduling
@ConfigurationPropertiesScan
@SpringBootApplication
public class ConsoleApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ConsoleApplication.class, arguments);
    }
}
