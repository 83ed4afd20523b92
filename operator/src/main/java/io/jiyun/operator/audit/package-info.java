/**
 * Receives the audit streams of member clouds, which tell who was refused by quota. Nothing waits
 * for what is received here, and nothing rests on it: it only helps to place free room well.
 */
@NullMarked
package io.jiyun.operator.audit;

import org.jspecify.annotations.NullMarked;
