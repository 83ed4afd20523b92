package io.jiyun.console.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** What a place to drop files says, in the language of the pages. */
public final class UploadWords {

    public static void putOn(Upload upload, Component page) {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(
                new UploadI18N.AddFiles()
                        .setOne(page.getTranslation("upload.choose"))
                        .setMany(page.getTranslation("upload.choose")));
        words.setDropFiles(
                new UploadI18N.DropFiles()
                        .setOne(page.getTranslation("upload.drop"))
                        .setMany(page.getTranslation("upload.drop")));
        words.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(page.getTranslation("upload.too-big"))
                        .setTooManyFiles(page.getTranslation("upload.too-many")));
        upload.setI18n(words);
    }

    private UploadWords() {}
}
