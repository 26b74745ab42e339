package org.creditscoring.serving.http;

/** An answer that is no JSON. */
public record Text(String contentType, String body) {}
