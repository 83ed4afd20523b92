/** Pages of bureau quotas: the list, one quota in detail, and the editor. */
@NullMarked
package io.jiyun.console.quota.ui;

import org.jspecify.annotations.NullMarked;
