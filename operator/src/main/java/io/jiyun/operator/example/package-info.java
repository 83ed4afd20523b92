/** What a cluster without any declaration of Jiyun's can begin with, for those who try it out. */
@NullMarked
package io.jiyun.operator.example;

import org.jspecify.annotations.NullMarked;
