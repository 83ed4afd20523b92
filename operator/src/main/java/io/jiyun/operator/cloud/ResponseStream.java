package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A long response, read as it comes, which may be left at any point.
 *
 * <p>The client's own streams and readers are not to be used for this. Interrupted while they wait,
 * they cancel the response holding a lock that the thread wants which takes in all that comes on
 * the connection; that thread wants it while it holds what cancelling needs. From then on every
 * request on the connection waits for ever. Here nothing is held while a response is cancelled.
 */
final class ResponseStream extends InputStream {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final BlockingQueue<ByteBuffer> arrived;
    private final AsyncBody body;
    private final long deadline;
    private ByteBuffer current = NOTHING;
    private boolean hasEnded;

    private ResponseStream(BlockingQueue<ByteBuffer> arrived, AsyncBody body, long deadline) {
        this.arrived = arrived;
        this.body = body;
        this.deadline = deadline;
        var _ = body.done().whenComplete((none, failure) -> arrived.add(NOTHING)); // to wake up
    }

    /**
     * Asks a cluster for what stands at a path.
     *
     * @param patience how long all of it may take until it is closed
     * @throws IOException where the answer is not OK, or none comes in that time
     */
    static ResponseStream of(KubernetesClient cluster, String path, Duration patience)
            throws IOException, InterruptedException {
        String server = cluster.getMasterUrl().toString().replaceAll("/+$", "");
        HttpClient http = cluster.getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder().uri(server + path).build();
        long deadline = System.nanoTime() + patience.toNanos();
        BlockingQueue<ByteBuffer> arrived = new LinkedBlockingQueue<>();
        CompletableFuture<HttpResponse<AsyncBody>> answer =
                http.consumeBytes(request, (buffers, body) -> arrived.addAll(buffers));
        boolean isOpen = false;
        try {
            HttpResponse<AsyncBody> response = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (response.code() != HttpURLConnection.HTTP_OK) {
                throw new IOException("it answers with " + response.code());
            }
            isOpen = true;
            return new ResponseStream(arrived, response.body(), deadline);
        } catch (ExecutionException | TimeoutException silent) {
            throw new IOException("it does not answer", silent);
        } finally {
            if (!isOpen) {
                abandon(answer);
            }
        }
    }

    /** An answer nobody reads would keep its part of the connection's window. */
    private static void abandon(CompletableFuture<HttpResponse<AsyncBody>> answer) {
        answer.cancel(false); // one that comes later is cancelled by the client
        if (answer.state() == CompletableFuture.State.SUCCESS) {
            answer.resultNow().body().cancel();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        while (length > 0 && !current.hasRemaining()) {
            if (hasEnded) {
                return -1;
            }
            next();
        }
        int read = Math.min(length, current.remaining());
        current.get(into, offset, read);
        return read;
    }

    private void next() throws IOException {
        if (arrived.isEmpty()) {
            body.consume();
        }
        current = awaited();
        hasEnded = !current.hasRemaining() && arrived.isEmpty() && body.done().isDone();
        if (hasEnded && body.done().isCompletedExceptionally()) {
            throw new IOException("the answer broke off", body.done().exceptionNow());
        }
    }

    private ByteBuffer awaited() throws IOException {
        @Nullable ByteBuffer next;
        try {
            next = arrived.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (next == null) {
            throw new IOException("the answer does not come to its end in time");
        }
        return next;
    }

    @Override
    public void close() {
        body.cancel();
    }
}
