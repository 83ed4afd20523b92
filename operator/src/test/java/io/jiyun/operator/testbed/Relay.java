package io.jiyun.operator.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A piece of network between a client and an API server, which a test can break and mend. */
public final class Relay implements AutoCloseable {
    /** How the network behaves. */
    public enum Mode {
        OPEN,
        /** Connections end and new ones are refused at once. */
        CUT,
        /** Connections stay and are taken, but nothing comes through any more. */
        SILENT
    }

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private Mode mode = Mode.OPEN;

    /** Passes on to a port of the loopback address. */
    public Relay(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("relay-to-" + target).start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What was sent into silence is lost: connections of that time end when it does. */
    public synchronized void become(Mode wanted) {
        if (mode == Mode.SILENT || wanted == Mode.CUT) {
            sockets.forEach(Relay::closeQuietly);
        }
        mode = wanted;
        notifyAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException closed) {
                // The relay was closed, or the client left before it was served.
            }
        }
    }

    private void serve(Socket client) throws IOException {
        sockets.add(client);
        if (current() == Mode.CUT) {
            forget(client);
            return;
        }
        Socket api = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(api);
        Thread.ofVirtual().start(() -> pass(client, api));
        Thread.ofVirtual().start(() -> pass(api, client));
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitVoice();
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            // An end of the network is what this class is for.
        } finally {
            forget(from);
            forget(to);
        }
    }

    private synchronized Mode current() {
        return mode;
    }

    private synchronized void awaitVoice() throws InterruptedException {
        while (mode == Mode.SILENT) {
            wait();
        }
    }

    private void forget(Socket socket) {
        sockets.remove(socket);
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException ignored) {
            // Nobody can connect any more.
        }
        become(Mode.CUT);
    }
}
