package io.jiyun.console.request.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Kinds of files that may be attached, told by what is in them and never by their names. */
enum FileKind {
    PDF("application/pdf", "255044462d"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ""),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ""),
    OFD("application/ofd", "");

    private static final String ZIP = "504b0304";
    private static final int MOST_ENTRIES = 1000;

    private final String mediaType;
    private final String magic;

    FileKind(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = magic;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileKind> of(byte[] content) {
        if (startsWith(content, ZIP)) {
            return inside(content);
        }
        return Arrays.stream(values())
                .filter(kind -> !kind.magic.isEmpty() && startsWith(content, kind.magic))
                .findFirst();
    }

    /** Office and OFD documents are archives that begin with parts of a known name. */
    private static Optional<FileKind> inside(byte[] content) {
        try (ZipInputStream archive =
                new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (int count = 0; count < MOST_ENTRIES; count++) {
                ZipEntry entry = archive.getNextEntry();
                if (entry == null) {
                    return Optional.empty();
                }
                switch (entry.getName()) {
                    case "word/document.xml" -> {
                        return Optional.of(DOCX);
                    }
                    case "xl/workbook.xml" -> {
                        return Optional.of(XLSX);
                    }
                    case "OFD.xml" -> {
                        return Optional.of(OFD);
                    }
                    default -> archive.closeEntry();
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] content, String magic) {
        int length = Math.min(content.length, magic.length() / 2);
        return HexFormat.of().formatHex(content, 0, length).equals(magic);
    }
}
