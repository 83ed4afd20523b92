package io.jiyun.console;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the console. Pages are pushed to, because usage arrives while people look at it. */
@Push
@EnableScheduling
@ConfigurationPropertiesScan
@SpringBootApplication
public class ConsoleApplication implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    public static void main(String[] arguments) {
        SpringApplication.run(ConsoleApplication.class, arguments);
    }
}
