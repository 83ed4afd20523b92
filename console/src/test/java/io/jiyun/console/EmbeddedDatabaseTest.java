package io.jiyun.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.PropertyPlaceholderHelper;

/** The database a newcomer gets, with the settings it is shipped with. */
class EmbeddedDatabaseTest {
    private static final int KILLED = 9;

    @TempDir private Path data;

    @Test
    void whatWasAnsweredSurvivesAKillAndTheNextStartGoesOnWithTheSameTables() throws Exception {
        String url = shippedUrl(data);

        Process console =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Committing.class.getName(),
                                url)
                        .inheritIO()
                        .start();
        assertThat(console.waitFor()).isEqualTo(KILLED);

        DriverManagerDataSource database = open(url);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet bureaus = statement.executeQuery("select name from bureau")) {
            assertThat(bureaus.next()).isTrue();
            assertThat(bureaus.getString("name")).isEqualTo("省教育厅");
        }
    }

    /** Commits one row and is gone at once, as if killed. */
    static final class Committing {
        public static void main(String[] arguments) throws SQLException, LiquibaseException {
            DriverManagerDataSource database = open(arguments[0]);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.executeUpdate(
                        "insert into bureau (code, name, registered_at) values ('CODE01', '省教育厅',"
                                + " current_timestamp)");
                connection.commit();
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }

    private static DriverManagerDataSource open(String url) throws LiquibaseException {
        DriverManagerDataSource database = new DriverManagerDataSource(url, "jiyun", "");
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(database);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/db.changelog-master.yaml");
        liquibase.afterPropertiesSet();
        return database;
    }

    private static String shippedUrl(Path data) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties settings = new Properties();
        settings.putAll(java.util.Objects.requireNonNull(yaml.getObject()));
        settings.setProperty("jiyun.data", data.toString());
        return new PropertyPlaceholderHelper("${", "}", ":", null, true)
                .replacePlaceholders(settings.getProperty("spring.datasource.url"), settings);
    }
}
