package io.jiyun.quota.rule;

/**
 * Every rule a declaration can break, with the sentence a person reads. A sentence says what is
 * wrong, where, and what to do; {@code %1$s} and so on are the arguments of the {@link Violation}.
 */
public enum Reason {
    MALFORMED_QUANTITY(
            "MalformedQuantity",
            "“%2$s”不是有效的数量（资源 %1$s）。请填写如 500m、10 或 40Gi 的数量。",
            "\"%2$s\" is not a quantity for %1$s. Write for example 500m, 10 or 40Gi."),
    NEGATIVE_QUANTITY(
            "NegativeQuantity",
            "%1$s 的数量“%2$s”为负数。请填写 0 或更大的数量。",
            "The amount \"%2$s\" for %1$s is negative. Write zero or more."),
    QUANTITY_TOO_LARGE(
            "QuantityTooLarge",
            "%1$s 的数量“%2$s”过大，系统无法表示。请填写较小的数量。",
            "The amount \"%2$s\" for %1$s is larger than can be held. Write a smaller one."),
    QUANTITY_TOO_FINE(
            "QuantityTooFine",
            "%1$s 的数量“%2$s”精度过细。处理器最小为 1m，内存、存储和个数须为整数。",
            "The amount \"%2$s\" for %1$s is too fine. CPU goes down to 1m; bytes and counts are"
                    + " whole numbers."),
    INVALID_RESOURCE_NAME(
            "InvalidResourceName",
            "“%1$s”不是有效的资源名称。请填写如 requests.cpu、requests.memory 或 pods 的名称。",
            "\"%1$s\" is not the name of a resource. Write for example requests.cpu,"
                    + " requests.memory or pods."),
    UNKNOWN_CLOUD(
            "UnknownCloud",
            "云平台“%1$s”尚未登记。请先接入该云平台，或改选已登记的云平台。",
            "There is no cloud named \"%1$s\". Register it first or choose one that exists."),
    UNKNOWN_POOL(
            "UnknownPool",
            "云平台“%2$s”中没有资源池“%1$s”。请改选该云平台已有的资源池：%3$s。",
            "Cloud \"%2$s\" has no pool named \"%1$s\". Choose one of its pools: %3$s."),
    POOL_CAPACITY_UNKNOWN(
            "PoolCapacityUnknown",
            "资源池 %2$s/%1$s 的容量尚未获知。请填报容量，或等待节点发现完成。",
            "The capacity of pool %2$s/%1$s is not known yet. Declare it, or wait until its nodes"
                    + " are discovered."),
    EXCEEDS_POOL(
            "ExceedsPool",
            "资源池 %2$s/%1$s 的 %3$s 不足：本次需要 %4$s，仅余 %5$s（可分配 %6$s）。请调减额度或改用其他资源池。",
            "Pool %2$s/%1$s is short of %3$s: %4$s is asked, %5$s is left of %6$s allocatable. Ask"
                    + " for less or use another pool."),
    SHARED_TWICE(
            "SharedTwice",
            "资源池 %2$s/%1$s 的借用约定重复列出。请合并为一项。",
            "The sharing of pool %2$s/%1$s is listed twice. Merge the two."),
    INVALID_RECALL_GRACE(
            "InvalidRecallGrace",
            "资源池 %2$s/%1$s 的收回宽限 %3$s 秒无效。请填写 0 到 %4$s 秒（30 天）。",
            "The recall grace of %3$s seconds in pool %2$s/%1$s is not valid. Write 0 to %4$s"
                    + " seconds (30 days)."),
    RESERVED_NAMESPACE(
            "ReservedNamespace",
            "命名空间“%1$s”为系统保留名称（default 及以 kube- 开头的名称）。请更换名称。",
            "Namespace \"%1$s\" is reserved (default and names that start with kube-). Choose"
                    + " another name."),
    INVALID_NAMESPACE_NAME(
            "InvalidNamespaceName",
            "“%1$s”不是有效的命名空间名称。只能用小写字母、数字和短横线，且以字母或数字开头和结尾，最长 63 个字符。",
            "\"%1$s\" is not a namespace name. Use lower-case letters, digits and dashes, beginning"
                    + " and ending with a letter or digit, 63 characters at most."),
    REPEATED_NAMESPACE(
            "RepeatedNamespace",
            "命名空间“%1$s”在云平台“%2$s”中重复列出。请删除重复项。",
            "Namespace \"%1$s\" of cloud \"%2$s\" is listed more than once. Remove the"
                    + " repetition."),
    NAMESPACE_OF_ANOTHER_BUREAU(
            "NamespaceOfAnotherBureau",
            "云平台“%2$s”中的命名空间“%1$s”已归使用单位配额“%3$s”。请更换名称，或先由对方移除。",
            "Namespace \"%1$s\" of cloud \"%2$s\" belongs to BureauQuota \"%3$s\". Choose another"
                    + " name or have it removed there first."),
    NAMESPACE_NOT_OWNED(
            "NamespaceNotOwned",
            "云平台“%2$s”中已存在命名空间“%1$s”，且不由集云管理。请更换名称；如确需纳管，请其所有者加注解 jiyun.io/adopt-by=%3$s。",
            "Namespace \"%1$s\" already exists in cloud \"%2$s\" and is not managed by Jiyun."
                    + " Choose another name; to hand it over its owner sets the annotation"
                    + " jiyun.io/adopt-by=%3$s."),
    MINIMUM_ABOVE_MAXIMUM(
            "MinimumAboveMaximum",
            "命名空间“%1$s”的 %2$s 下限 %3$s 高于上限 %4$s。请调低下限或调高上限。",
            "The minimum %3$s of %2$s in namespace \"%1$s\" is above its maximum %4$s. Lower the"
                    + " one or raise the other."),
    MINIMUMS_EXCEED_QUOTA(
            "MinimumsExceedQuota",
            "资源池 %2$s/%1$s 中各命名空间 %3$s 的下限合计 %4$s，超过配额 %5$s。请调低下限或增加额度。",
            "The minimums of %3$s in pool %2$s/%1$s add up to %4$s, above the quota of %5$s. Lower"
                    + " them or raise the quota."),
    INVALID_WEIGHT(
            "InvalidWeight",
            "命名空间“%1$s”的权重 %2$s 无效。请填写 1 到 1000 的整数。",
            "The weight %2$s of namespace \"%1$s\" is not valid. Write a whole number from 1 to"
                    + " 1000."),
    INVALID_VALIDITY(
            "InvalidValidity",
            "额度批复“%1$s”的有效期无效：起始时间须早于截止时间，格式如 2026-11-22T00:00:00+08:00。",
            "The validity of grant \"%1$s\" is not valid: it must start before it ends, written"
                    + " like 2026-11-22T00:00:00+08:00."),
    NO_GRANT_FOR_POOL(
            "NoGrantForPool",
            "命名空间“%1$s”位于资源池 %3$s/%2$s，但该单位在此资源池没有任何额度批复。请先批复额度或更换资源池。",
            "Namespace \"%1$s\" stands in pool %3$s/%2$s, where the bureau was granted nothing."
                    + " Grant quota there first or use another pool."),
    UNKNOWN_PARENT(
            "UnknownParent",
            "上级配额“%1$s”不存在。请先创建上级配额，或清除该字段。",
            "There is no parent BureauQuota named \"%1$s\". Create it first or leave the field"
                    + " out."),
    PARENT_CYCLE(
            "ParentCycle",
            "上级关系形成循环：%1$s。请修改上级配额。",
            "The parents form a circle: %1$s. Change a parent."),
    EXCEEDS_PARENT(
            "ExceedsParent",
            "上级配额“%1$s”在资源池 %3$s/%2$s 的 %4$s 不足：下级合计 %5$s，上级仅有 %6$s。请调减额度或先增加上级额度。",
            "Parent \"%1$s\" is short of %4$s in pool %3$s/%2$s: its children ask for %5$s"
                    + " together, it has %6$s. Ask for less or raise the parent first."),
    WAITS_FOR_PARENT(
            "WaitsForParent",
            "正在等待上级配额“%1$s”在资源池 %3$s/%2$s 腾出 %4$s：需要 %5$s，目前可让出 %6$s。腾出后自动继续。",
            "Waiting for parent \"%1$s\" to make room for %4$s in pool %3$s/%2$s: %5$s is asked,"
                    + " %6$s is free so far. Work goes on by itself once it is."),
    INVALID_POOL(
            "InvalidPool",
            "资源池“%1$s”的定义无效：%2$s",
            "The definition of pool \"%1$s\" is not valid: %2$s"),
    CLOUD_UNREACHABLE(
            "CloudUnreachable",
            "云平台“%1$s”暂时无法访问：%2$s。恢复后自动继续。",
            "Cloud \"%1$s\" cannot be reached: %2$s. Work goes on by itself once it returns."),
    CONNECTION_REFUSED(
            "ConnectionInvalid",
            "云平台“%1$s”的连接配置无效：%2$s。请检查 kubeconfig。",
            "The connection of cloud \"%1$s\" is not valid: %2$s. Check its kubeconfig."),
    NAMESPACE_AT_MAXIMUM(
            "NamespaceAtMaximum",
            "命名空间“%1$s”的 %2$s 已到上限 %3$s：在用 %4$s，还需要 %5$s。如需更多，请申请提高该命名空间的上限。",
            "Namespace \"%1$s\" has reached its maximum %3$s of %2$s: %4$s is used, %5$s more is"
                    + " asked. Ask for a higher maximum."),
    SIBLINGS_HOLD(
            "SiblingsHold",
            "命名空间“%1$s”还需要 %4$s 的 %3$s：资源池 %2$s 的配额尚有余量，但由本单位其他命名空间占着，正在调拨。如长时间不变，请调低它们的下限。",
            "Namespace \"%1$s\" asks for %4$s more of %3$s: the quota of pool %2$s has room, but"
                + " other namespaces of the bureau hold it and it is being moved. If that lasts,"
                + " lower their minimums."),
    QUOTA_SHORT(
            "QuotaShort",
            "命名空间“%1$s”还需要 %4$s 的 %3$s，而资源池 %2$s 的配额 %5$s 已用 %6$s。请释放不用的资源，或申请增加额度。",
            "Namespace \"%1$s\" asks for %4$s more of %3$s, and of the quota of %5$s in pool %2$s,"
                    + " %6$s is used. Release what is not needed, or ask for more quota."),
    QUOTA_USED_UP(
            "QuotaUsedUp",
            "资源池 %1$s 的 %2$s 配额 %3$s 已全部用完。请释放不用的资源，或申请增加额度。",
            "The quota of %3$s of %2$s in pool %1$s is used up. Release what is not needed, or ask"
                    + " for more quota."),
    QUOTA_EXCEEDED(
            "QuotaExceeded",
            "资源池 %1$s 的 %2$s 已用 %4$s，超过配额 %3$s；降到配额以内之前不再接纳新的用量。请释放资源，或申请增加额度。",
            "Of %2$s in pool %1$s, %4$s is used, above the quota of %3$s; nothing more is admitted"
                    + " until use has fallen. Release some, or ask for more quota."),
    LENT_COMES_BACK(
            "LentComesBack",
            "资源池 %1$s 的 %2$s 配额中已借出 %3$s，正在收回，随借用单位用量下降归还。如不再出借，请云管理员调低出借上限。",
            "Of the quota of %2$s in pool %1$s, %3$s is lent. It is asked back and returns as the"
                    + " borrowers' use ends. To lend no more, have the lending limit lowered."),
    LENDER_RECALLS(
            "LenderRecalls",
            "资源池 %1$s 的 %2$s 借入了 %3$s，出借单位已要求收回，宽限期后不再放行新的占用。请释放不用的资源，或申请增加额度。",
            "%3$s of %2$s in pool %1$s is borrowed, and the lender needs it back: after the grace"
                    + " nothing more is admitted on it. Release what is not needed, or ask for more"
                    + " quota."),
    BORROWING_LIMIT_REACHED(
            "BorrowingLimitReached",
            "资源池 %1$s 的 %2$s 已借入 %3$s，达到约定的借入上限。如需更多，请云管理员提高借入上限，或申请增加额度。",
            "%3$s of %2$s in pool %1$s is borrowed, which is all that was agreed. For more, have"
                    + " the borrowing limit raised, or ask for more quota."),
    MAY_BORROW(
            "MayBorrow",
            "资源池 %1$s 的 %2$s 已借入 %3$s，按约定还可借入 %4$s：出借单位有闲置额度时自动借入。如长时间没有借到，请申请增加额度。",
            "%3$s of %2$s in pool %1$s is borrowed and %4$s more may be: it comes by itself as soon"
                    + " as a lender has quota to spare. If that lasts, ask for more quota."),
    NOBODY_LENDS(
            "NobodyLends",
            "资源池 %1$s 的 %2$s 已借入 %3$s，按约定还可借入 %4$s，但没有单位还可出借。请云管理员与其他单位约定出借，或申请增加额度。",
            "%3$s of %2$s in pool %1$s is borrowed and %4$s more may be, but nobody lends any more."
                    + " Have lending agreed with other bureaus, or ask for more quota."),
    BORROWING_NOT_AGREED(
            "BorrowingNotAgreed",
            "资源池 %1$s 的 %2$s 有单位可以出借，合计最多 %3$s，但本单位没有约定借入。如需借用，请云管理员约定借入上限。",
            "Other bureaus of pool %1$s lend up to %3$s of %2$s together, but no borrowing was"
                    + " agreed for this one. To borrow, have a borrowing limit agreed."),
    CLOUD_HOLDS_SLICES(
            "CloudHoldsSlices",
            "云平台“%1$s”暂时无法访问：其中 %2$s 个命名空间的分片保持不变，继续计入配额，不会挪作他用。恢复后自动继续。",
            "Cloud \"%1$s\" cannot be reached: the slices of %2$s namespaces there stay as they are"
                    + " and go on counting. Work goes on by itself once it returns."),
    QUOTA_CONTROLLER_SILENT(
            "QuotaControllerSilent",
            "云平台“%1$s”的配额控制器自 %2$s 起没有响应：尚未确认的配额不算生效，也不会放宽。请云管理员检查该集群的 kube-controller-manager。",
            "The quota controller of cloud \"%1$s\" has not answered since %2$s: nothing it has not"
                    + " confirmed counts, and nothing grows. Have the cluster's"
                    + " kube-controller-manager looked at."),
    CONFIRMATION_AWAITED(
            "ConfirmationAwaited",
            "正在等待云平台“%1$s”确认 %2$s 个命名空间的配额，通常不到一秒，无需处理。",
            "Waiting for cloud \"%1$s\" to confirm the quota of %2$s namespaces, usually for less"
                    + " than a second. Nothing has to be done."),
    MISSING_FIELD("MissingField", "缺少必填项“%1$s”。请补充。", "The field \"%1$s\" is missing. Fill it in.");

    private final String code;
    private final String zh;
    private final String en;

    Reason(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** CamelCase name, as conditions and the REST API carry it. */
    public String code() {
        return code;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
