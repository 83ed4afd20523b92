package io.jiyun.console.workflow;

/** What happens in a stage. The order here is the order stages may stand in. */
public enum StageKind {
    /** 负责人签批 */
    SIGN,
    /** 受理 */
    ACCEPT,
    /** 技术审核 */
    REVIEW,
    /** 主管部门审批 */
    APPROVE,
    /** 开通: waits until the cluster enforces what was decided. */
    PROVISION,
    /** 试用 */
    TRIAL,
    /** 单位确认 */
    CONFIRM,
    /** 归档 */
    ARCHIVE;

    /** Whether a person says yes or no here. */
    public boolean decides() {
        return compareTo(PROVISION) < 0;
    }

    /** Whether a person has to act here at all. */
    public boolean waitsForPeople() {
        return decides() || this == TRIAL || this == CONFIRM;
    }
}
