/**
 * Uploaded files: stored once by the hash of their content, their type checked by what they are and
 * not by what they are called, given back as attachments only.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package org.rivages.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
