@NullMarked
package io.jiyun.console.audit.ui;

import org.jspecify.annotations.NullMarked;
