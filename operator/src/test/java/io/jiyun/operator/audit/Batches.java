package io.jiyun.operator.audit;

/** Batches of audit events, as kube-apiserver 1.36 writes them. */
final class Batches {
    static final String REFUSED_CREATE =
            """
            {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata",\
            "auditID":"9a94b202-e6cc-4551-b973-83edaa3665a8","stage":"ResponseComplete",\
            "requestURI":"/api/v1/namespaces/a/pods","verb":"create",\
            "user":{"username":"admin","uid":"admin","groups":["system:authenticated"]},\
            "sourceIPs":["127.0.0.1"],"userAgent":"curl/7.88.1",\
            "objectRef":{"resource":"pods","namespace":"a","apiVersion":"v1"},\
            "responseStatus":{"metadata":{},"status":"Failure","message":"pods \\"tenant-vs52z\\" is \
            forbidden: exceeded quota: jiyun-quota, requested: requests.cpu=700m, used: \
            requests.cpu=0, limited: requests.cpu=500m","reason":"Forbidden",\
            "details":{"name":"tenant-vs52z","kind":"pods"},"code":403},\
            "requestReceivedTimestamp":"2026-11-22T17:56:23.269078Z",\
            "stageTimestamp":"2026-11-22T17:56:23.278700Z",\
            "annotations":{"authorization.k8s.io/decision":"allow"}}\
            """;

    static String of(String... events) {
        return "{\"kind\":\"EventList\",\"apiVersion\":\"audit.k8s.io/v1\",\"metadata\":{},\"items\":["
                + String.join(",", events)
                + "]}";
    }

    private Batches() {}
}
