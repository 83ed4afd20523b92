/**
 * The custom resources of {@code jiyun.io/v1alpha1}. Field texts are the API documentation: they
 * say the unit, what leaving a field out means, and which other field it interacts with. They are
 * generated into {@code helm/jiyun/crds} and must stay readable by someone who only has {@code
 * kubectl explain}.
 */
@NullMarked
package io.jiyun.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
