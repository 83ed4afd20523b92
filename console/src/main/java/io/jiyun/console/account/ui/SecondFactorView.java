package io.jiyun.console.account.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.jiyun.console.account.FactorEnrolment;
import io.jiyun.console.account.OwnAccount;
import io.jiyun.console.page.Notice;
import io.jiyun.console.page.PageHeader;
import io.jiyun.console.page.Status;
import io.jiyun.console.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.function.Predicate;

/** Taking up a second factor, or giving it up. */
@Route(value = "second-factor", layout = MainLayout.class)
@PermitAll
class SecondFactorView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient OwnAccount own;
    private final Section card = new Section();

    SecondFactorView(OwnAccount own) {
        this.own = own;
        addClassName("page");
        setId("content");
        card.addClassNames("card", "stacked");
        add(new PageHeader(getTranslation("factor.title"), getTranslation("factor.answers")), card);
        showState();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("factor.title") + " · 集云 Jiyun";
    }

    private void showState() {
        card.removeAll();
        if (own.hasSecondFactor()) {
            card.add(Notice.of(Status.GOOD, getTranslation("factor.active")));
            askForCode("factor.drop", own::dropSecondFactor);
        } else {
            Button begin = new Button(getTranslation("factor.begin"), click -> enrol());
            begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            card.add(Notice.of(Status.UNKNOWN, getTranslation("factor.none")), begin);
        }
    }

    private void enrol() {
        FactorEnrolment enrolment = own.beginSecondFactor();
        card.removeAll();
        Svg picture = new Svg(QrPicture.of(enrolment.uri(), getTranslation("factor.picture")));
        picture.addClassName("qr");
        card.add(
                new Paragraph(getTranslation("factor.scan")),
                picture,
                new Paragraph(getTranslation("factor.type")),
                new Code(enrolment.secret()));
        askForCode("factor.confirm", own::confirmSecondFactor);
    }

    private void askForCode(String action, Predicate<String> work) {
        TextField code = new TextField(getTranslation("login.code"));
        code.setAllowedCharPattern("[0-9]");
        code.setMaxLength(6);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        Button submit =
                new Button(
                        getTranslation(action),
                        click -> {
                            if (work.test(code.getValue())) {
                                showState();
                            } else {
                                code.setErrorMessage(getTranslation("login.code.wrong"));
                                code.setInvalid(true);
                            }
                        });
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        card.add(code, submit);
    }
}
