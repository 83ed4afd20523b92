package io.jiyun.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the console. */
@EnableScheduling
@ConfigurationPropertiesScan
@SpringBootApplication
public class ConsoleApplication {
    public static void main(String[] arguments) {
        // The embedded database lets commands in beside the console, from this machine alone.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Termination.closeInOrder(SpringApplication.run(ConsoleApplication.class, arguments));
    }
}
