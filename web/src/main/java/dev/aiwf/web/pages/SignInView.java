package dev.aiwf.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * The page that a sign-in link leads to.
 *
 * @param frame what is around it
 * @param code the link's code
 * @param name whom it signs in; nobody if it is not good any more
 */
public record SignInView(Frame frame, String code, @Nullable String name) {}
