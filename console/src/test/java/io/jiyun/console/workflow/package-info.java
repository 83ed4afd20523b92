@NullMarked
package io.jiyun.console.workflow;

import org.jspecify.annotations.NullMarked;
