/** Who acts, in which role, and what a role may do. Every service method names its roles. */
@NullMarked
package io.jiyun.console.access;

import org.jspecify.annotations.NullMarked;
