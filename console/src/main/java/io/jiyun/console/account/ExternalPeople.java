package io.jiyun.console.account;

import java.util.Map;

/** Lets people in whom the identity provider vouches for. */
public interface ExternalPeople {
    /**
     * The account of the person, made at the first visit. Role and bureau are what the provider
     * says each time; an account that was shut here stays shut.
     *
     * @param claims what the provider says of the person
     * @throws ExternalSignInRefused when the person cannot come in, with the reason
     */
    PersonAuthentication admit(String issuer, String subject, Map<String, Object> claims);
}
