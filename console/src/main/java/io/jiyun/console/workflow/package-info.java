/** The way a request takes through people's hands, as data that people edit. */
@NullMarked
package io.jiyun.console.workflow;

import org.jspecify.annotations.NullMarked;
