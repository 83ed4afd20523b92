@NullMarked
package io.jiyun.console.workflow.ui;

import org.jspecify.annotations.NullMarked;
