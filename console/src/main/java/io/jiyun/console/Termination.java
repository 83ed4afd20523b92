package io.jiyun.console;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the console in order when it is asked to: requests under way finish, then the database is
 * closed. Hooks of the JVM all run at once, and that of the embedded database closes it under the
 * requests; nor may it be told not to while it lets commands in beside the console. So the signals
 * are taken before the JVM begins to end.
 */
final class Termination {
    private static final Logger LOG = LoggerFactory.getLogger(Termination.class);

    /** By convention, 128 and the signal's number. */
    private static final int BY_SIGNAL = 128;

    private Termination() {}

    /** The class is part of module jdk.unsupported, whose use the compiler would not let pass. */
    static void closeInOrder(ConfigurableApplicationContext context) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object closing =
                    Proxy.newProxyInstance(
                            Termination.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> {
                                int number =
                                        (int) signal.getMethod("getNumber").invoke(arguments[0]);
                                context.close();
                                System.exit(BY_SIGNAL + number);
                                return null;
                            });
            for (String name : List.of("TERM", "INT")) {
                signal.getMethod("handle", signal, handler)
                        .invoke(
                                null,
                                signal.getConstructor(String.class).newInstance(name),
                                closing);
            }
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException unlikeOtherJvms) {
            LOG.warn("The console may end while requests are under way", unlikeOtherJvms);
        }
    }
}
