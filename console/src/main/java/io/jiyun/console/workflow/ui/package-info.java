/** The page where the workflow is kept. */
@NullMarked
package io.jiyun.console.workflow.ui;

import org.jspecify.annotations.NullMarked;
