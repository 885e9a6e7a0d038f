/**
 * What a new token secret holds until the owner puts the token there. It must never change: the next deployment would
 * write the new text over every owner's token.
 */
export const SECRET_NOT_SET = 'not-set';
