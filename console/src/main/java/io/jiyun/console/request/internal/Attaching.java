package io.jiyun.console.request.internal;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.access.Actor;
import io.jiyun.console.audit.AuditAction;
import io.jiyun.console.audit.AuditTrail;
import io.jiyun.console.digest.Sha256;
import io.jiyun.console.language.Sentences;
import io.jiyun.console.request.AttachedFile;
import io.jiyun.console.request.DocumentLine;
import io.jiyun.console.request.DocumentOutcome;
import io.jiyun.console.request.EventKind;
import io.jiyun.console.request.RequestNotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attaches files to requests: only of known kinds, never too large, under a harmless name. */
@Component
public class Attaching {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int LARGEST_FILE = 10 * MEGABYTE;
    private static final long LARGEST_SUM = 50L * MEGABYTE;
    private static final int MOST_FILES = 20;
    private static final int LONGEST_NAME = 120;

    private final RequestReader reader;
    private final RequestTable requests;
    private final DocumentTable documents;
    private final EventTable events;
    private final AuditTrail audit;
    private final Clock clock;

    Attaching(
            RequestReader reader,
            RequestTable requests,
            DocumentTable documents,
            EventTable events,
            AuditTrail audit,
            Clock clock) {
        this.reader = reader;
        this.requests = requests;
        this.documents = documents;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public DocumentOutcome attach(Actor actor, String number, String fileName, byte[] content) {
        reader.visible(actor, number);
        RequestRecord request =
                requests.findForUpdate(number).orElseThrow(() -> new RequestNotFound(number));
        SpecViolation objection = objection(actor, request, content);
        Optional<FileKind> kind = FileKind.of(content);
        if (objection != null || kind.isEmpty()) {
            return new DocumentOutcome.Refused(
                    List.of(objection != null ? objection : wrong("UnknownFileKind", "file-kind")));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DocumentLine line =
                new DocumentLine(
                        UUID.randomUUID().toString(),
                        harmless(fileName),
                        kind.get().mediaType(),
                        content.length,
                        Sha256.of(content),
                        actor.username(),
                        now);
        documents.insert(number, line, content);
        record(actor, request, EventKind.DOCUMENT_ADDED, line, now);
        return new DocumentOutcome.Attached(line);
    }

    @Transactional
    public DocumentOutcome remove(Actor actor, String number, String id) {
        reader.visible(actor, number);
        RequestRecord request =
                requests.findForUpdate(number).orElseThrow(() -> new RequestNotFound(number));
        DocumentLine line =
                documents.find(number, id).orElseThrow(() -> new RequestNotFound(number));
        boolean editable =
                RequestProcess.stepsIn(request.standing().state())
                        .contains(io.jiyun.console.request.Step.EDIT);
        if (!editable || !request.filer().equals(actor.username())) {
            return new DocumentOutcome.Refused(List.of(wrong("NotNow", "file-not-now")));
        }
        documents.delete(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        record(actor, request, EventKind.DOCUMENT_REMOVED, line, now);
        return new DocumentOutcome.Attached(line);
    }

    public AttachedFile read(Actor actor, String number, String id) {
        reader.visible(actor, number);
        DocumentLine line =
                documents.find(number, id).orElseThrow(() -> new RequestNotFound(number));
        return new AttachedFile(line, documents.content(id));
    }

    private void record(
            Actor actor, RequestRecord request, EventKind kind, DocumentLine line, Instant now) {
        events.append(request, actor, Happening.byPerson(kind, null, line.name()), now, null, null);
        audit.append(
                actor,
                kind == EventKind.DOCUMENT_ADDED
                        ? AuditAction.REQUEST_ATTACH
                        : AuditAction.REQUEST_DETACH,
                "request/" + request.number(),
                null,
                line.toString());
    }

    private @Nullable SpecViolation objection(Actor actor, RequestRecord request, byte[] content) {
        List<DocumentLine> there = documents.of(request.number());
        long sum = there.stream().mapToLong(DocumentLine::size).sum() + content.length;
        boolean theFiler = request.filer().equals(actor.username());
        if (!theFiler || request.standing().state().ended()) {
            return wrong("NotNow", "file-not-now");
        }
        if (content.length == 0) {
            return wrong("EmptyFile", "file-empty");
        }
        if (content.length > LARGEST_FILE || sum > LARGEST_SUM || there.size() >= MOST_FILES) {
            return wrong(
                    "TooLarge",
                    "file-too-large",
                    LARGEST_FILE / MEGABYTE,
                    LARGEST_SUM / MEGABYTE,
                    MOST_FILES);
        }
        return null;
    }

    /** The last part of the name without anything a file system or header could stumble over. */
    static String harmless(String name) {
        String last = name.replace('\\', '/').replaceAll(".*/", "");
        String clean =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?/\\\\]", "_")
                        .replaceAll("^[.\\s]+", "")
                        .strip();
        String named = clean.isEmpty() ? "file" : clean;
        return named.substring(Math.max(0, named.length() - LONGEST_NAME));
    }

    private static SpecViolation wrong(String reason, String key, Object... arguments) {
        return Sentences.violation(reason, "file", "request." + key, arguments);
    }
}
