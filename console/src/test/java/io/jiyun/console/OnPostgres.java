package io.jiyun.console;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs the tests on a real PostgreSQL, the database of production. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnPostgres.Server.class)
public @interface OnPostgres {

    /**
     * One server for all test classes of the run, which ends with the process; in it a database for
     * each application, which finds it empty.
     */
    class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final AtomicInteger DATABASES = new AtomicInteger();

        private static final class Started {
            static final EmbeddedPostgres SERVER = start();

            private static EmbeddedPostgres start() {
                try {
                    return EmbeddedPostgres.start();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String database = "console_" + DATABASES.incrementAndGet();
            try (Connection connection = Started.SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            TestPropertyValues.of(
                            "spring.datasource.url="
                                    + Started.SERVER.getJdbcUrl("postgres", database),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
        }
    }
}
