package io.jiyun.operator.cloud;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a call to a cloud that failed says of the cloud. */
final class FailedCall {

    /** Why, in the words of people who did not write the program. */
    static Sentence sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Sentence known = known(cause);
            if (known != null) {
                return known;
            }
        }
        Throwable root = root(failure);
        String text = root.getMessage();
        return Sentence.quoted(
                text == null || text.isBlank() ? root.getClass().getSimpleName() : text);
    }

    /** Anything but a refusal may pass by itself within moments. */
    static boolean isRefusal(Throwable failure) {
        return root(failure) instanceof KubernetesClientException refusal
                && (refusal.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                        || refusal.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED);
    }

    private static @Nullable Sentence known(Throwable cause) {
        return switch (cause) {
            case KubernetesClientException refusal
                    when refusal.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED ->
                    new Sentence(
                            "登录凭据无效或已过期，请更换 kubeconfig 中的令牌或证书",
                            "it does not accept the login, which is wrong or has expired; renew the"
                                    + " token or certificate");
            case KubernetesClientException refusal
                    when refusal.getStatus() != null && refusal.getStatus().getMessage() != null ->
                    Sentence.quoted(refusal.getStatus().getMessage());
            case SSLException distrust ->
                    new Sentence(
                            "证书校验失败，kubeconfig 中的 CA 证书与该集群不符（" + distrust.getMessage() + "）",
                            "its certificate is not trusted; the certificate authority in the"
                                    + " kubeconfig is not this cluster's ("
                                    + distrust.getMessage()
                                    + ")");
            case UnknownHostException host ->
                    new Sentence(
                            "找不到主机 " + host.getMessage(),
                            "there is no host named " + host.getMessage());
            case HttpTimeoutException _, TimeoutException _ ->
                    new Sentence("在规定时间内没有应答", "it does not answer in time");
            case ConnectException _ -> new Sentence("拒绝连接", "it refuses connections");
            default -> null;
        };
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private FailedCall() {}
}
