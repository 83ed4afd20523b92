package io.jiyun.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs the tests on the database a newcomer gets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnH2.Memory.class)
public @interface OnH2 {

    /** A database for each application: what one has seen of the clouds is not the other's. */
    class Memory implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final AtomicInteger DATABASES = new AtomicInteger();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=jdbc:h2:mem:console_"
                                    + DATABASES.incrementAndGet()
                                    + ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
                    .applyTo(context);
        }
    }
}
