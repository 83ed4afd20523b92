package io.jiyun.console.reliability;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The database as one console process reaches it. At a crash point the physical connection is
 * closed without a commit, as the system does for a dead process, and {@link Killed} is thrown.
 * Whatever the dying code does with the connection afterwards has no effect any more.
 */
final class MortalDatabase extends DelegatingDataSource {
    static final String COMMITTING = "COMMITTING";
    static final String COMMITTED = "COMMITTED";
    static final String APPLIED = "APPLIED";

    private final HikariDataSource pool;
    private @Nullable CrashPoint armed;
    private int toGo;
    private @Nullable Lifeline newest;

    MortalDatabase(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /** Lets the console's next way past the point be its last. */
    synchronized void killAt(CrashPoint point) {
        armed = point;
        toGo = point.occurrence();
    }

    /** Something happened outside of the database, in the course of the newest connection. */
    void happened(String happening) {
        Objects.requireNonNull(newest).happened(happening);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Lifeline lifeline = new Lifeline(super.getConnection());
        newest = lifeline;
        return proxy(Connection.class, lifeline);
    }

    private synchronized @Nullable CrashPoint due(String happening) {
        CrashPoint point = armed;
        if (point == null || !point.matches(happening) || --toGo > 0) {
            return null;
        }
        armed = null;
        return point;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        MortalDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(
            Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** One connection of the process. */
    private final class Lifeline implements InvocationHandler {
        private final Connection connection;
        private boolean cut;

        Lifeline(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(
                Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (cut) {
                return method.getReturnType() == boolean.class ? false : null;
            }
            boolean commits = method.getName().equals("commit");
            if (commits) {
                happened(COMMITTING);
            }
            Object result = call(connection, method, arguments);
            if (commits) {
                happened(COMMITTED);
            }
            return result instanceof PreparedStatement statement && arguments != null
                    ? watched(statement, String.valueOf(arguments[0]))
                    : result;
        }

        private PreparedStatement watched(PreparedStatement statement, String sql) {
            return proxy(
                    PreparedStatement.class,
                    (proxy, method, arguments) -> {
                        if (cut) {
                            return null;
                        }
                        Object result = call(statement, method, arguments);
                        if (method.getName().startsWith("execute")) {
                            happened(sql);
                        }
                        return result;
                    });
        }

        void happened(String happening) {
            CrashPoint point = due(happening);
            if (point == null) {
                return;
            }
            cut = true;
            try {
                connection.unwrap(Connection.class).close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            pool.evictConnection(connection);
            throw new Killed(point);
        }
    }

    /** Puts it between the console and its pool of connections. */
    @TestConfiguration
    static class Between {
        @Bean
        static BeanPostProcessor mortality() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HikariDataSource pool ? new MortalDatabase(pool) : bean;
                }
            };
        }
    }
}
