/**
 * Files that survive a crash: hashed, forced to disk, renamed, locked; nothing of their contents.
 */
package org.creditscoring.pipeline.file;
