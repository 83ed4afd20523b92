package io.jiyun.console.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.jiyun.console.PageTests;
import io.jiyun.console.access.Role;
import io.jiyun.console.workflow.RequestType;
import io.jiyun.console.workflow.WorkflowService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkflowPageTest extends PageTests {
    @Autowired private WorkflowService workflows;
    @Autowired private JdbcClient database;

    @AfterEach
    void thePresetsAgain() {
        database.sql("delete from workflow where version > 1").update();
    }

    @Test
    void aSuggestedWorkflowIsMarkedAndOthersOnlyRead() {
        as(Role.CLOUD_ADMIN, null);
        open("workflows");
        assertThat(read()).contains("建议值", "第 1 版");
        assertThat(find(StageRow.class).all()).hasSize(8);
        assertThat(find(Button.class).withText("保存为新版本").exists()).isFalse();
    }

    @Test
    void savingMakesANewVersion() {
        as(Role.SECURITY_ADMIN, null);
        open("workflows");
        find(TextField.class).withLabel("依据文号").single().setValue("云数办〔2026〕3号");
        test(find(Button.class).withText("保存为新版本").single()).click();
        assertThat(read()).contains("已保存为第 2 版").doesNotContain("该流程没有依据文号");
        assertThat(workflows.current(RequestType.INCREASE).version()).isEqualTo(2);
    }

    @Test
    void aStageWithoutNameAndKeyIsRefusedInWords() {
        as(Role.SECURITY_ADMIN, null);
        open("workflows");
        test(find(Button.class).withText("增加环节").single()).click();
        test(find(Button.class).withText("保存为新版本").single()).click();
        assertThat(read()).contains("未能保存", "缺少名称");
        assertThat(workflows.current(RequestType.INCREASE).version()).isEqualTo(1);
        assertThat(find(Select.class).all()).isNotEmpty();
    }
}
