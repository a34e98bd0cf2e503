/** Words that no column can be without backticks, since the grammar gives them a meaning. */
export const KEYWORDS = new Set(
  `all and as between by case cast distinct div else end except exists false
  filter from group having ilike in intersect interval is like not null on or
  order over partition regexp rlike select then true union using when where with`.split(
    /\s+/,
  ),
);
