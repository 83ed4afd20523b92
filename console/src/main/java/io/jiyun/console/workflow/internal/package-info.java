/** How workflows are stored, and those the product comes with. */
@NullMarked
package io.jiyun.console.workflow.internal;

import org.jspecify.annotations.NullMarked;
