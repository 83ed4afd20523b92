/**
 * What pages are built from: figures as people read them, usage bars, status badges, charts,
 * headers. Knows nothing of any feature, so that the same thing looks the same everywhere.
 */
@NullMarked
package io.jiyun.console.page;

import org.jspecify.annotations.NullMarked;
