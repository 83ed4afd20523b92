package io.jiyun.console.workflow;

/** What a bureau can ask for. */
public enum RequestType {
    /** 扩容 */
    INCREASE,
    /** 缩容 */
    DECREASE,
    /** 延期: a temporary grant lasts longer. */
    EXTENSION,
    /** 新增命名空间（系统环境） */
    NAMESPACE,
    /** 临时额度: from one day until another. */
    TEMPORARY,
    /** 退出: everything in a pool is given back. */
    RETURN,
    /** 豁免: what stands idle is left alone until a day. */
    EXEMPTION
}
