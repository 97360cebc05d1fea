/**
 * Why somebody has no working cover. `arrears` (menunggak): the payer stopped, cure is to pay. `lapsed` (mutasi):
 * left a segment with no new payer, nothing is owed. `ended` (berakhir): died, abroad, duplicate.
 */
export type Inactivity = 'arrears' | 'lapsed' | 'ended';
