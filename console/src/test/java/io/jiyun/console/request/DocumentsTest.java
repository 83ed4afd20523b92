package io.jiyun.console.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiyun.api.v1alpha1.SpecViolation;
import io.jiyun.console.OnH2;
import io.jiyun.console.OnPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    @Nested
    @OnH2
    class OnTheEmbeddedDatabase extends Attached {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Attached {}

    /** Files that go with a request. */
    abstract static class Attached extends RequestTests {
        private static final byte[] PDF = "%PDF-1.7 申请公函".getBytes(StandardCharsets.UTF_8);
        private static final int MEGABYTE = 1024 * 1024;

        @Test
        void aFileIsKeptByteForByteUnderAHarmlessName() {
            String number = file(more("1"));
            byte[] large = Arrays.copyOf(PDF, 3 * MEGABYTE);

            DocumentLine line = attached(number, "C:\\tmp\\..\\申请\"公函\r\n.exe.pdf", large);

            assertThat(line.name()).isEqualTo("申请_公函__.exe.pdf");
            assertThat(line.mediaType()).isEqualTo("application/pdf");
            assertThat(requests.document(number, line.id()).content()).isEqualTo(large);
            assertThat(requests.detail(number).documents()).containsExactly(line);
        }

        @Test
        void theContentTellsTheKindAndNotTheName() throws IOException {
            String number = file(more("1"));

            assertThat(refused(number, "公函.pdf", "MZ program".getBytes(StandardCharsets.UTF_8)))
                    .containsExactly("UnknownFileKind");
            assertThat(refused(number, "公函.docx", archive("evil.class")))
                    .containsExactly("UnknownFileKind");
            assertThat(refused(number, "公函.pdf", new byte[0])).containsExactly("EmptyFile");
            assertThat(attached(number, "x.bin", archive("OFD.xml")).mediaType())
                    .isEqualTo("application/ofd");
            assertThat(attached(number, "x.bin", archive("a", "word/document.xml")).mediaType())
                    .endsWith("wordprocessingml.document");
        }

        @Test
        void filesHaveALimitEachAndTogether() {
            String number = file(more("1"));
            byte[] largest = Arrays.copyOf(PDF, 10 * MEGABYTE);

            assertThat(refused(number, "a", Arrays.copyOf(PDF, 10 * MEGABYTE + 1)))
                    .containsExactly("TooLarge");
            for (int count = 0; count < 5; count++) {
                attached(number, "a" + count, largest);
            }
            assertThat(refused(number, "a", PDF)).containsExactly("TooLarge");
        }

        @Test
        void onlyTheFilerAddsAndRemovesAndOthersOfTheBureauRead() {
            String number = submitted(more("1"));
            DocumentLine line = attached(number, "公函.pdf", PDF);

            assertThat(requests.detach(number, line.id()))
                    .isInstanceOf(DocumentOutcome.Refused.class);
            as(HEAD);
            assertThat(refused(number, "b.pdf", PDF)).containsExactly("NotNow");
            assertThat(requests.document(number, line.id()).content()).isEqualTo(PDF);
            as(STRANGER);
            assertThatThrownBy(() -> requests.document(number, line.id()))
                    .isInstanceOf(RequestNotFound.class);

            String draft = file(more("1"));
            DocumentLine other = attached(draft, "公函.pdf", PDF);
            assertThatThrownBy(() -> requests.document(number, other.id()))
                    .isInstanceOf(RequestNotFound.class);
            requests.detach(draft, other.id());
            assertThat(requests.detail(draft).documents()).isEmpty();
        }

        private DocumentLine attached(String number, String name, byte[] content) {
            DocumentOutcome outcome = requests.attach(number, name, content);
            assertThat(outcome).isInstanceOf(DocumentOutcome.Attached.class);
            return ((DocumentOutcome.Attached) outcome).document();
        }

        private List<String> refused(String number, String name, byte[] content) {
            DocumentOutcome outcome = requests.attach(number, name, content);
            assertThat(outcome).isInstanceOf(DocumentOutcome.Refused.class);
            return ((DocumentOutcome.Refused) outcome)
                    .violations().stream().map(SpecViolation::reason).toList();
        }

        private static byte[] archive(String... entries) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
                for (String entry : entries) {
                    archive.putNextEntry(new ZipEntry(entry));
                    archive.closeEntry();
                }
            }
            return bytes.toByteArray();
        }
    }
}
