// Generated from the language of pipelines (@glue-pipelines/pipeline), so that this repository
// refuses exactly what the developer portal refuses, with the same words. Do not edit.
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest2 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest2;
  }
});

// packages/pipeline/src/capacityField.ts
import { z } from "zod";
var DEFAULT_CAPACITY = { base: 8, max: 32 };
var units = (description, byDefault) => z.int("must be a whole number").min(8, "must be at least 8").max(512, "must be at most 512").multipleOf(8, "must be a multiple of 8: capacity comes in steps of 8").default(byDefault).describe(description);
var capacityField = z.strictObject({
  base: units(
    "Redshift processing units that a query begins with. They cost nothing while nothing runs.",
    DEFAULT_CAPACITY.base
  ),
  max: units(
    "Redshift processing units that the warehouse may grow to, which bounds what an hour costs.",
    DEFAULT_CAPACITY.max
  )
});
function checkCapacity({ base, max }, report) {
  if (max < base) {
    report(
      ["capacity", "max"],
      `is ${max}, and capacity.base is ${base}: allow at least as much`
    );
  }
}

// packages/pipeline/src/contract/contractChanges.ts
var BREAKING = [
  "removed",
  "retyped",
  "narrowed",
  "optional"
];
var change = (column, kind, words2) => ({
  column,
  kind,
  breaks: BREAKING.includes(kind),
  words: words2
});
var WIDTHS = ["INTEGER", "BIGINT"];
var typeWords = ({ physicalType: physicalType2, logicalType }) => physicalType2 ?? logicalType ?? "a type that only a run can tell";
function digits(type3) {
  const [, precision3, scale3] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type3) ?? [];
  return precision3 === void 0 ? void 0 : [Number(precision3) - Number(scale3), Number(scale3)];
}
function typeKind(before, after) {
  const from = typeWords(before);
  const to = typeWords(after);
  if (from === to) {
    return void 0;
  }
  const [width, other] = [from, to].map((type3) => WIDTHS.indexOf(type3));
  if (width >= 0 && other >= 0) {
    return other > width ? "widened" : "narrowed";
  }
  const [old, next] = [digits(from), digits(to)];
  if (old && next) {
    return next[0] >= old[0] && next[1] >= old[1] ? "widened" : "narrowed";
  }
  return "retyped";
}
function changesOf(before, after) {
  const kind = typeKind(before, after);
  return [
    ...kind ? [
      change(
        after.name,
        kind,
        `${typeWords(before)} becomes ${typeWords(after)}`
      )
    ] : [],
    ...before.required && !after.required ? [change(after.name, "optional", "values may be missing from now on")] : []
  ];
}
var columnsOf = ({ schema }) => new Map(schema[0].properties.map((column) => [column.name, column]));
var tableOf = ({ servers: [server], schema: [table] }) => [server.server, server.database, server.schema, table.physicalName].join(".");
function contractChanges(before, after) {
  const old = columnsOf(before);
  const moved = tableOf(before) !== tableOf(after);
  const next = moved ? /* @__PURE__ */ new Map() : columnsOf(after);
  const changes = [
    ...[...old.keys()].filter((name) => !next.has(name)).map(
      (name) => change(
        name,
        "removed",
        moved ? `${tableOf(before)} is not loaded any more; ${tableOf(after)} is` : `${typeWords(old.get(name))} is gone`
      )
    ),
    ...[...next.values()].flatMap((column) => {
      const was = old.get(column.name);
      return was ? changesOf(was, column) : [change(column.name, "added", `${typeWords(column)} is new`)];
    })
  ];
  return changes.sort(
    (one, other) => Number(other.breaks) - Number(one.breaks)
  );
}
var escape = (text2) => text2.replace(/[\\`|<>]/g, "\\$&");
function contractMarkdown(changes) {
  if (changes.length === 0) {
    return "### Data contract\n\nThe columns of the table stay as they are.\n";
  }
  const breaking = changes.filter(({ breaks }) => breaks).length;
  return [
    "### Data contract",
    "",
    breaking > 0 ? `**${breaking} change${breaking === 1 ? "" : "s"} may break those who read the table.** Tell them first.` : "Nothing that reads the table breaks.",
    "",
    "| column | change | | |",
    "| --- | --- | --- | --- |",
    ...changes.map(
      ({ column, kind, breaks, words: words2 }) => `| ${escape(column)} | ${kind} | ${escape(words2)} | ${breaks ? "may break readers" : ""} |`
    ),
    ""
  ].join("\n");
}

// packages/pipeline/src/columns/columnNames.ts
var MAX_CATALOG_NAME = 255;
var MAX_REDSHIFT_NAME = 127;
function uniqueNames(names, limit = MAX_CATALOG_NAME) {
  const taken = new Set(names);
  const seen = /* @__PURE__ */ new Set();
  const numbers = /* @__PURE__ */ new Map();
  return names.map((name) => {
    let unique2 = name;
    for (let number = numbers.get(name) ?? 2; seen.has(unique2); number += 1) {
      numbers.set(name, number + 1);
      const ending = `_${number}`;
      const candidate = name.slice(0, limit - ending.length) + ending;
      if (!taken.has(candidate)) {
        unique2 = candidate;
      }
    }
    seen.add(unique2);
    taken.add(unique2);
    return unique2;
  });
}
function redshiftNames(names) {
  return uniqueNames(
    names.map(
      (name) => Array.from(
        name.toLowerCase(),
        (character) => /[a-z0-9_]/.test(character) ? character : "_"
      ).join("").replace(/^(?=\d)/, "_").slice(0, MAX_REDSHIFT_NAME)
    ),
    MAX_REDSHIFT_NAME
  );
}

// packages/pipeline/src/transforms/steps.ts
import { z as z22 } from "zod";

// packages/pipeline/src/transforms/aggregate.ts
import { z as z5 } from "zod";

// packages/pipeline/src/expressions/nearest.ts
var import_fastest_levenshtein = __toESM(require_mod());
function nearest(word, candidates) {
  const best = (0, import_fastest_levenshtein.closest)(word, candidates);
  return (0, import_fastest_levenshtein.distance)(word, best) <= Math.max(1, word.length / 3) ? best : void 0;
}

// packages/pipeline/src/columns/columnFields.ts
import { z as z3 } from "zod";

// packages/pipeline/src/text.ts
import { z as z2 } from "zod";

// packages/pipeline/src/rule.ts
function firstProblem(value, rules) {
  for (const rule2 of rules) {
    const problem = rule2(value);
    if (problem) {
      return problem;
    }
  }
  return void 0;
}

// packages/pipeline/src/text.ts
function text(description, rules, meta = {}, noText) {
  return z2.string(noText).superRefine((value, context) => {
    const problem = firstProblem(value, rules);
    if (problem) {
      context.addIssue({ code: "custom", message: problem });
    }
  }).meta({ description, ...meta });
}

// packages/pipeline/src/redshiftReservedWords.ts
var RESERVED_WORDS = new Set(
  `aes128 aes256 all allowoverwrite analyse analyze and any array as asc
  authorization az64 backup between binary blanksasnull both bytedict bzip2
  case cast check collate column connect constraint create credentials cross
  current_date current_time current_timestamp current_user current_user_id
  default deferrable deflate defrag delta delta32k desc disable distinct do
  else emptyasnull enable encode encrypt encryption end except explicit false
  for foreign freeze from full globaldict256 globaldict64k grant group gzip
  having identity ignore ilike in initially inner intersect interval into is
  isnull join leading left like limit localtime localtimestamp lun luns lzo
  lzop minus mostly16 mostly32 mostly8 natural new not notnull null nulls off
  offline offset oid old on only open or order outer overlaps parallel
  partition percent permissions pivot placing primary qualify raw readratio
  recover references respect rejectlog resort restore right select
  session_user similar snapshot some sysdate system table tag tdes text255
  text32k then timestamp to top trailing true truncatecolumns union unique
  unnest unpivot user using verbose wallet when where with without`.split(/\s+/).filter(Boolean)
);
function isRedshiftReservedWord(word) {
  return RESERVED_WORDS.has(word.toLowerCase());
}

// packages/pipeline/src/oneLine.ts
var NOT_ONE_LINE = (
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
);
var describeCharacter = (character) => character === "\n" || character === "\r" ? "a line break" : `the character U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
var oneLine = (value) => {
  const found = NOT_ONE_LINE.exec(value);
  return found ? `contains ${describeCharacter(
    found[0]
  )}: write it on one line without control characters` : void 0;
};
var noTemplateSyntax = (value) => {
  const found = /\$\{\{?|\{\{/.exec(value);
  return found ? `contains "${found[0]}", which later tools would evaluate: remove it` : void 0;
};

// packages/pipeline/src/nameRules.ts
var PIPELINE_NAME_PATTERN = "^[a-z](?!.*--)[a-z0-9-]{1,38}[a-z0-9]$";
var SOURCE_NAME_PATTERN = "^[a-z][a-z0-9_]{0,40}$";
var COLUMN_PATTERN = "^\\S(.*\\S)?$";
var RESULT_COLUMN_PATTERN = "^[a-z_][a-z0-9_]{0,126}$";
var FUNCTION_PATTERN = "^[a-z][a-z0-9_]{0,62}$";
var TABLE_PATTERN = "^[a-z_][a-z0-9_]{0,126}$";
var SCHEMA_PATTERN = "^[a-z_][a-z0-9_]{0,126}$";
var DATABASE_PATTERN = "^[a-z][a-z0-9_]{0,63}$";
var CATALOG_NAME_PATTERN = "^[a-z0-9_][a-z0-9_-]{0,254}$";
var WAREHOUSE_NAME_PATTERN = PIPELINE_NAME_PATTERN;
var WORKGROUP_PATTERN = "^[a-z0-9-]{3,64}$";
var CLUSTER_PATTERN = "^[a-z](-?[a-z0-9]){0,62}$";
var SUBNET_PATTERN = "^subnet-[0-9a-f]{8,17}$";
var SECURITY_GROUP_PATTERN = "^sg-[0-9a-f]{8,17}$";
var TAG_PATTERN = "^[a-z0-9+#:]+(-[a-z0-9+#:]+)*$";
var OWNER_PATTERN = "^((group|user):)?([a-z0-9]+(-[a-z0-9]+)*/)?[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$";
var quoted = (value) => JSON.stringify(value);
var matching = (pattern2, remedy) => (value) => new RegExp(pattern2, "u").test(value) ? void 0 : `${quoted(value)} is not valid: ${remedy}`;
var notReserved = (value) => isRedshiftReservedWord(value) ? `${quoted(
  value
)} is a reserved word of Redshift: choose another name, for example ${quoted(
  `${value}_data`
)}` : void 0;
var pipelineNameRules = [
  matching(
    PIPELINE_NAME_PATTERN,
    'use 3 to 40 lower-case letters, digits and single hyphens, beginning with a letter and ending with a letter or digit, for example "covid-hiring"'
  ),
  (value) => /^(sthree-|amzn-s3-demo-)/.test(value) ? `${quoted(
    value
  )} begins like the names that S3 keeps for itself: choose a name that does not begin with "sthree-" or "amzn-s3-demo-"` : void 0,
  (value) => isRedshiftReservedWord(value) ? `${quoted(
    value
  )} is a reserved word of Redshift: choose another name, for example ${quoted(
    `${value}-data`
  )}` : void 0
];
var sourceNameRules = [
  matching(
    SOURCE_NAME_PATTERN,
    'use 1 to 41 lower-case letters, digits and underscores, beginning with a letter, for example "covid_cases"'
  )
];
var columnRules = [
  oneLine,
  noTemplateSyntax,
  (value) => value.trim() === "" || value !== value.trim() ? `${quoted(
    value
  )} begins or ends with a space, or is empty: write the name as the catalog has it` : void 0,
  (value) => value.toLowerCase() === value ? void 0 : `${quoted(
    value
  )} is not how the catalog names it: use ${quoted(value.toLowerCase())}`,
  (value) => value.length > 255 ? `has ${value.length} characters: the catalog takes at most 255` : void 0
];
var resultColumnRules = [
  matching(
    RESULT_COLUMN_PATTERN,
    'use at most 127 lower-case letters, digits and underscores, not beginning with a digit, for example "average_delay"'
  ),
  notReserved
];
var PYTHON_KEYWORDS = new Set(
  `and as assert async await break class continue def del elif else except
  finally for from global if import in is lambda nonlocal not or pass raise
  return try while with yield`.split(/\s+/)
);
var functionRules = [
  matching(
    FUNCTION_PATTERN,
    'use at most 63 lower-case letters, digits and underscores, beginning with a letter, for example "clean_orders"'
  ),
  (value) => PYTHON_KEYWORDS.has(value) ? `${quoted(value)} is a keyword of Python: choose another name, for example ${quoted(`${value}_rows`)}` : void 0
];
var tableRules = [
  matching(
    TABLE_PATTERN,
    'use at most 127 lower-case letters, digits and underscores, not beginning with a digit, for example "covid_hiring_table"'
  ),
  notReserved
];
var schemaRules = [
  matching(
    SCHEMA_PATTERN,
    'use at most 127 lower-case letters, digits and underscores, not beginning with a digit, for example "public"'
  ),
  (value) => /^(pg_|information_schema$|catalog_history$)/.test(value) ? `${quoted(
    value
  )} belongs to Redshift itself: choose a schema of your own, or "public"` : void 0,
  notReserved
];
var databaseRules = [
  matching(
    DATABASE_PATTERN,
    'use at most 64 lower-case letters, digits and underscores, beginning with a letter, for example "dev"'
  ),
  (value) => /^(template0|template1|padb_harvest|awsdatacatalog)$/.test(value) ? `${quoted(
    value
  )} belongs to Redshift itself: choose another database, or "dev"` : void 0,
  notReserved
];
var granteeRules = [
  oneLine,
  noTemplateSyntax,
  (value) => value.trim() === "" || value !== value.trim() ? `${quoted(
    value
  )} begins or ends with a space, or is empty: write the name as the database has it` : void 0,
  (value) => value.length > 127 ? `has ${value.length} characters: names of Redshift have at most 127` : void 0
];
var warehouseNameRules = [
  matching(
    WAREHOUSE_NAME_PATTERN,
    'use 3 to 40 lower-case letters, digits and single hyphens, beginning with a letter and ending with a letter or digit, for example "analytics"'
  ),
  notReserved
];
var workgroupRules = [
  matching(
    WORKGROUP_PATTERN,
    "use the name of the workgroup, 3 to 64 lower-case letters, digits and hyphens"
  )
];
var clusterRules = [
  matching(
    CLUSTER_PATTERN,
    "use the name of the cluster, 1 to 63 lower-case letters, digits and single hyphens, beginning with a letter"
  )
];
var subnetRules = [
  matching(
    SUBNET_PATTERN,
    'use the id of a subnet, for example "subnet-0a1b2c3d4e5f60718"'
  )
];
var securityGroupRules = [
  matching(
    SECURITY_GROUP_PATTERN,
    'use the id of a security group, for example "sg-0a1b2c3d4e5f60718"'
  )
];
var tagRules = [
  matching(
    TAG_PATTERN,
    'use lower-case letters, digits and "+", "#", ":", in words joined by single hyphens, for example "data-platform"'
  ),
  (value) => value.length > 63 ? `${quoted(value)} has ${value.length} characters: use at most 63` : void 0
];
var ownerRules = [
  matching(
    OWNER_PATTERN,
    'name a group or a user of the catalog, for example "group:default/data-engineering"'
  ),
  (value) => value.split(/[:/]/).some((part) => part.length > 63) ? `${quoted(
    value
  )} has a part of more than 63 characters: use the reference that the catalog shows` : void 0
];
var catalogNameRules = [
  matching(
    CATALOG_NAME_PATTERN,
    "write the name as the Data Catalog has it: lower-case letters, digits, underscores and hyphens"
  )
];
var CONNECTION_PATTERN = "^[A-Za-z0-9_][A-Za-z0-9_-]{0,254}$";
var connectionRules = [
  matching(
    CONNECTION_PATTERN,
    "write the name as Glue has it: letters, digits, underscores and hyphens"
  )
];
var DATABASE_TABLE_PATTERN = "^[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*){0,2}$";
var databaseTableRules = [
  matching(
    DATABASE_TABLE_PATTERN,
    "write it as schema.table, of letters, digits and underscores; other names go into a query"
  )
];

// packages/pipeline/src/columns/dateFormat.ts
var LETTERS = {
  y: 6,
  M: 4,
  d: 2,
  D: 3,
  a: 1,
  h: 2,
  H: 2,
  k: 2,
  K: 2,
  m: 2,
  s: 2,
  S: 9,
  V: 2,
  z: 4,
  O: 4,
  X: 5,
  x: 5,
  Z: 5
};
function dateFormatProblem(format2) {
  const withoutTexts = format2.replace(/'[^']*'/g, "");
  if (withoutTexts.includes("'")) {
    return `${JSON.stringify(format2)} has a ' that is not closed: add the closing one`;
  }
  for (const [run] of withoutTexts.matchAll(/([A-Za-z])\1*/g)) {
    const most = LETTERS[run[0]];
    if (!most || run.length > most) {
      return `${JSON.stringify(format2)} has ${JSON.stringify(run)}, which is no part of a date: use for example yyyy-MM-dd HH:mm:ss (MM is the month, mm the minute), and put words in single quotes`;
    }
  }
  return /[yMdDHhms]/.test(withoutTexts) ? void 0 : `${JSON.stringify(format2)} names no part of a date: use for example dd.MM.yyyy`;
}

// packages/pipeline/src/zone.ts
function isZone(zone2) {
  try {
    return /^[A-Za-z_]+(\/[A-Za-z_+-]+\d*)*$/.test(zone2) && new Intl.DateTimeFormat("en", { timeZone: zone2 }) !== void 0;
  } catch {
    return false;
  }
}
var zoneProblem = (zone2) => `${JSON.stringify(zone2)} is not a time zone: use a name such as Europe/Berlin, or UTC`;

// packages/pipeline/src/columns/columnFields.ts
var COLUMN_TYPES = [
  "boolean",
  "int",
  "bigint",
  "double",
  "decimal",
  "string",
  "date",
  "timestamp"
];
var MAX_PRECISION = 38;
var BOOLEAN_WORDS = /^[^|]+\|[^|]+$/;
function checkDecimal({ type: type3, precision: precision3, scale: scale3 }, report) {
  if (type3 !== "decimal") {
    for (const [field, value] of Object.entries({ precision: precision3, scale: scale3 })) {
      if (value !== void 0) {
        report(
          [field],
          `is only for the type decimal, and the type is ${type3}: remove it`
        );
      }
    }
    return;
  }
  if (precision3 === void 0) {
    report(["precision"], "is missing: say how many digits there are in all");
  } else if (scale3 === void 0) {
    report(["scale"], "is missing: say how many of the digits are decimals");
  } else if (scale3 > precision3) {
    report(
      ["scale"],
      `is ${scale3}, more than the ${precision3} digits that there are in all: use at most ${precision3}`
    );
  }
}
function checkFormat({ type: type3, format: format2, zone: zone2 }, report) {
  if (format2 !== void 0) {
    if (type3 === "boolean") {
      if (!BOOLEAN_WORDS.test(format2)) {
        report(
          ["format"],
          "must be the two words for true and false, for example yes|no"
        );
      }
    } else if (type3 === "date" || type3 === "timestamp") {
      const problem = dateFormatProblem(format2);
      if (problem) {
        report(["format"], problem);
      }
    } else {
      report(
        ["format"],
        `is only for the types date, timestamp and boolean, and the type is ${type3}: remove it`
      );
    }
  }
  if (zone2 !== void 0 && type3 !== "timestamp") {
    report(
      ["zone"],
      `is only for the type timestamp, and the type is ${type3}: remove it`
    );
  } else if (zone2 !== void 0 && !isZone(zone2)) {
    report(["zone"], zoneProblem(zone2));
  }
}
var sourceColumn = z3.strictObject({
  name: text(
    "The name of the column in the catalog: as in the file, in lower case.",
    columnRules,
    { pattern: COLUMN_PATTERN, maxLength: 255 }
  ),
  key: z3.string().min(1).max(255).optional().describe(
    "The key of the value in JSON, where it is not the name to the letter."
  ),
  type: z3.enum(COLUMN_TYPES).describe(
    "What the values are. Nested values of JSON and Parquet are read as their JSON text, as a string."
  ),
  precision: z3.int("must be a whole number").min(1, "must be at least 1").max(MAX_PRECISION, "must be at most 38, the most digits of a number").optional().describe("Of a decimal: how many digits there are in all, at most 38."),
  scale: z3.int("must be a whole number").min(0, "must not be negative").max(MAX_PRECISION, "must be at most 38, the most digits of a number").optional().describe("Of a decimal: how many of the digits are decimals."),
  format: z3.string().min(1).max(64).optional().describe(
    "How dates and timestamps are written, as a datetime pattern of Spark, for example dd.MM.yyyy; by default ISO 8601. Of a boolean: its two words, for example yes|no."
  ),
  zone: z3.string().optional().describe(
    "The time zone of timestamps that are written without an offset, for example Europe/Berlin; by default UTC."
  ),
  nullable: z3.boolean().default(true).describe("Whether a value may be missing.")
}).describe("One column of a source.");
function checkSourceColumn(column, report) {
  checkDecimal(column, report);
  checkFormat(column, report);
}

// packages/pipeline/src/columns/rowTypes.ts
var DECIMAL = /^decimal\((\d+),(\d+)\)$/;
var NUMBERS = [
  "int",
  "bigint",
  "decimal",
  "double"
];
var decimal = (precision3, scale3) => `decimal(${Math.min(precision3, MAX_PRECISION)},${Math.min(scale3, MAX_PRECISION)})`;
var declaredType = ({
  type: type3,
  precision: precision3,
  scale: scale3
}) => type3 === "decimal" && precision3 !== void 0 && scale3 !== void 0 ? decimal(precision3, scale3) : type3;
var plainType = (type3) => type3 === void 0 || !DECIMAL.test(type3) ? type3 : "decimal";
function digitsOf(type3) {
  const [, precision3, scale3] = DECIMAL.exec(type3 ?? "") ?? [];
  return precision3 === void 0 ? void 0 : { precision: Number(precision3), scale: Number(scale3) };
}
var isNumber = (type3) => NUMBERS.includes(plainType(type3));
var sameType = (a, b) => a === b || plainType(a) === plainType(b) && (!digitsOf(a) || !digitsOf(b));
var comparable = (a, b) => a === void 0 || b === void 0 || plainType(a) === plainType(b) || isNumber(a) && isNumber(b);
var FAMILIES = [
  [...NUMBERS, "boolean"],
  ["date", "timestamp"]
];
function castable(from, to) {
  const plain = plainType(from);
  return plain === void 0 || plain === to || plain === "string" || to === "string" || FAMILIES.some((family) => family.includes(plain) && family.includes(to));
}
var WHOLE_DIGITS = {
  int: "decimal(10,0)",
  bigint: "decimal(20,0)"
};
function wider(a, b) {
  if (a === void 0 || b === void 0 || a === b) {
    return a && b;
  }
  const [, widest] = [plainType(a), plainType(b)].sort(
    (one2, other2) => NUMBERS.indexOf(one2) - NUMBERS.indexOf(other2)
  );
  if (widest !== "decimal") {
    return widest;
  }
  const [one, other] = [a, b].map((type3) => digitsOf(WHOLE_DIGITS[type3] ?? type3));
  if (!one || !other) {
    return "decimal";
  }
  const scale3 = Math.max(one.scale, other.scale);
  return decimal(
    Math.max(one.precision - one.scale, other.precision - other.scale) + scale3,
    scale3
  );
}

// packages/pipeline/src/expressions/functions.json
var functions_default = {
  abs: ["spark", "duckdb"],
  acos: ["spark"],
  add_months: ["spark", "duckdb"],
  ascii: ["spark"],
  asin: ["spark"],
  atan: ["spark"],
  atan2: ["spark"],
  base64: ["spark"],
  bigint: ["spark", "duckdb"],
  bin: ["spark"],
  bit_count: ["spark"],
  bit_length: ["spark"],
  boolean: ["spark", "duckdb"],
  bround: ["spark"],
  btrim: ["spark", "duckdb"],
  cbrt: ["spark"],
  ceil: ["spark", "duckdb"],
  ceiling: ["spark", "duckdb"],
  char: ["spark"],
  char_length: ["spark", "duckdb"],
  character_length: ["spark", "duckdb"],
  chr: ["spark"],
  coalesce: ["spark", "duckdb"],
  concat: ["spark", "duckdb"],
  concat_ws: ["spark", "duckdb"],
  contains: ["spark", "duckdb"],
  conv: ["spark"],
  cos: ["spark"],
  cosh: ["spark"],
  cot: ["spark"],
  crc32: ["spark"],
  csc: ["spark"],
  date: ["spark", "duckdb"],
  date_add: ["spark", "duckdb"],
  date_diff: ["spark", "duckdb"],
  date_format: ["spark", "duckdb"],
  date_from_unix_date: ["spark"],
  date_part: ["spark"],
  date_sub: ["spark", "duckdb"],
  date_trunc: ["spark", "duckdb"],
  dateadd: ["spark"],
  datediff: ["spark", "duckdb"],
  datepart: ["spark"],
  day: ["spark", "duckdb"],
  dayofmonth: ["spark", "duckdb"],
  dayofweek: ["spark", "duckdb"],
  dayofyear: ["spark", "duckdb"],
  decimal: ["spark"],
  decode: ["spark"],
  degrees: ["spark"],
  double: ["spark", "duckdb"],
  elt: ["spark"],
  encode: ["spark"],
  endswith: ["spark", "duckdb"],
  equal_null: ["spark", "duckdb"],
  exp: ["spark"],
  expm1: ["spark"],
  factorial: ["spark"],
  find_in_set: ["spark"],
  float: ["spark"],
  floor: ["spark", "duckdb"],
  format_number: ["spark"],
  from_unixtime: ["spark"],
  from_utc_timestamp: ["spark"],
  get_json_object: ["spark"],
  greatest: ["spark", "duckdb"],
  hash: ["spark"],
  hex: ["spark"],
  hour: ["spark", "duckdb"],
  hypot: ["spark"],
  if: ["spark", "duckdb"],
  ifnull: ["spark", "duckdb"],
  initcap: ["spark"],
  instr: ["spark", "duckdb"],
  int: ["spark", "duckdb"],
  isnan: ["spark", "duckdb"],
  isnotnull: ["spark", "duckdb"],
  isnull: ["spark", "duckdb"],
  json_array_length: ["spark"],
  last_day: ["spark", "duckdb"],
  lcase: ["spark", "duckdb"],
  least: ["spark", "duckdb"],
  left: ["spark", "duckdb"],
  len: ["spark", "duckdb"],
  length: ["spark", "duckdb"],
  levenshtein: ["spark"],
  ln: ["spark"],
  locate: ["spark"],
  log: ["spark"],
  log10: ["spark"],
  log1p: ["spark"],
  log2: ["spark"],
  lower: ["spark", "duckdb"],
  lpad: ["spark", "duckdb"],
  ltrim: ["spark", "duckdb"],
  make_date: ["spark"],
  make_timestamp: ["spark"],
  mask: ["spark"],
  md5: ["spark", "duckdb"],
  minute: ["spark", "duckdb"],
  mod: ["spark", "duckdb"],
  month: ["spark", "duckdb"],
  months_between: ["spark"],
  nanvl: ["spark"],
  negative: ["spark", "duckdb"],
  next_day: ["spark"],
  nullif: ["spark", "duckdb"],
  nvl: ["spark", "duckdb"],
  nvl2: ["spark", "duckdb"],
  octet_length: ["spark", "duckdb"],
  overlay: ["spark"],
  parse_url: ["spark"],
  pmod: ["spark", "duckdb"],
  position: ["spark"],
  positive: ["spark", "duckdb"],
  pow: ["spark"],
  power: ["spark"],
  quarter: ["spark", "duckdb"],
  radians: ["spark"],
  regexp: ["spark"],
  regexp_count: ["spark"],
  regexp_extract: ["spark"],
  regexp_instr: ["spark"],
  regexp_like: ["spark"],
  regexp_replace: ["spark"],
  regexp_substr: ["spark"],
  repeat: ["spark", "duckdb"],
  replace: ["spark", "duckdb"],
  reverse: ["spark"],
  right: ["spark", "duckdb"],
  rint: ["spark"],
  round: ["spark", "duckdb"],
  rpad: ["spark", "duckdb"],
  rtrim: ["spark", "duckdb"],
  sec: ["spark"],
  second: ["spark", "duckdb"],
  sha: ["spark", "duckdb"],
  sha1: ["spark", "duckdb"],
  sha2: ["spark", "duckdb"],
  sign: ["spark"],
  signum: ["spark"],
  sin: ["spark"],
  sinh: ["spark"],
  smallint: ["spark"],
  soundex: ["spark"],
  space: ["spark"],
  split_part: ["spark", "duckdb"],
  sqrt: ["spark", "duckdb"],
  startswith: ["spark", "duckdb"],
  string: ["spark", "duckdb"],
  substr: ["spark", "duckdb"],
  substring: ["spark", "duckdb"],
  substring_index: ["spark"],
  tan: ["spark"],
  tanh: ["spark"],
  timestamp: ["spark", "duckdb"],
  timestamp_micros: ["spark"],
  timestamp_millis: ["spark"],
  timestamp_seconds: ["spark"],
  tinyint: ["spark"],
  to_char: ["spark"],
  to_date: ["spark", "duckdb"],
  to_number: ["spark"],
  to_timestamp: ["spark", "duckdb"],
  to_unix_timestamp: ["spark"],
  to_utc_timestamp: ["spark"],
  translate: ["spark"],
  trim: ["spark", "duckdb"],
  trunc: ["spark", "duckdb"],
  try_add: ["spark"],
  try_divide: ["spark", "duckdb"],
  try_multiply: ["spark"],
  try_subtract: ["spark"],
  try_to_number: ["spark"],
  try_to_timestamp: ["spark"],
  ucase: ["spark", "duckdb"],
  unbase64: ["spark"],
  unhex: ["spark"],
  unix_date: ["spark"],
  unix_micros: ["spark"],
  unix_millis: ["spark"],
  unix_seconds: ["spark", "duckdb"],
  upper: ["spark", "duckdb"],
  url_decode: ["spark"],
  url_encode: ["spark"],
  weekday: ["spark", "duckdb"],
  weekofyear: ["spark", "duckdb"],
  width_bucket: ["spark"],
  xxhash64: ["spark"],
  year: ["spark", "duckdb"]
};

// packages/pipeline/src/expressions/valueTypes.ts
var NAMED_TYPES = {
  boolean: "boolean",
  tinyint: "int",
  byte: "int",
  smallint: "int",
  short: "int",
  int: "int",
  integer: "int",
  bigint: "bigint",
  long: "bigint",
  float: "double",
  real: "double",
  double: "double",
  decimal: "decimal",
  dec: "decimal",
  numeric: "decimal",
  string: "string",
  date: "date",
  timestamp: "timestamp"
};
var DEFAULT_DIGITS = [10, 0];
var words = (text2) => text2.trim().split(/\s+/);
var GIVES = [
  [
    "boolean",
    words(`boolean contains endswith equal_null isnan isnotnull isnull regexp
      regexp_like startswith`)
  ],
  [
    "int",
    words(`ascii bit_count bit_length char_length character_length date_diff
      datediff day dayofmonth dayofweek dayofyear find_in_set hash hour instr int
      json_array_length len length levenshtein locate minute month octet_length
      position quarter regexp_count regexp_instr second unix_date weekday
      weekofyear year`)
  ],
  [
    "bigint",
    words(`bigint crc32 factorial to_unix_timestamp unix_micros unix_millis
      unix_seconds width_bucket xxhash64`)
  ],
  [
    "double",
    words(`acos asin atan atan2 cbrt cos cosh cot csc degrees double exp expm1
      hypot ln log log10 log1p log2 months_between pow power radians rint sec sin
      sinh sqrt tan tanh`)
  ],
  [
    "string",
    words(`base64 bin btrim char chr concat_ws conv date_format format_number
      from_unixtime get_json_object hex initcap lcase lower ltrim mask md5
      parse_url regexp_extract regexp_replace regexp_substr replace rtrim sha sha1
      sha2 soundex space split_part string substring_index to_char translate trim
      ucase upper url_decode url_encode`)
  ],
  [
    "date",
    words(`add_months date date_add date_from_unix_date date_sub last_day
      make_date next_day to_date trunc`)
  ],
  [
    "timestamp",
    words(`date_trunc from_utc_timestamp make_timestamp timestamp
      timestamp_micros timestamp_millis timestamp_seconds to_timestamp
      to_utc_timestamp try_to_timestamp`)
  ]
];
var BY_NAME = new Map(
  GIVES.flatMap(([type3, names]) => names.map((name) => [name, type3]))
);
var AS_THE_FIRST = new Set(words("abs negative nullif positive"));
var TEXT_OF_TEXT = new Set(
  words("left lpad overlay repeat reverse right rpad substr substring")
);
var TO_WHOLE = new Set(words("ceil ceiling floor"));
var ONE_OF = new Map([
  ...words("coalesce greatest ifnull least nvl").map(
    (name) => [name, 0]
  ),
  ["if", 1],
  ["nvl2", 1]
]);
var typeOfOne = (types) => types.reduce(
  (one, other) => one === other || isNumber(one) && isNumber(other) ? wider(one, other) : void 0
);
var joined = (types) => types.includes(void 0) ? void 0 : "string";
function functionType(name, given) {
  const always = BY_NAME.get(name);
  if (always) {
    return always;
  }
  const [first] = given;
  if (AS_THE_FIRST.has(name)) {
    return first;
  }
  if (TEXT_OF_TEXT.has(name)) {
    return first === "string" ? "string" : void 0;
  }
  if (TO_WHOLE.has(name) && given.length === 1) {
    return first === "double" || first === "bigint" ? "bigint" : void 0;
  }
  const from = ONE_OF.get(name);
  if (from !== void 0) {
    return given.length > from ? typeOfOne(given.slice(from)) : void 0;
  }
  return name === "concat" ? joined(given) : void 0;
}
function operatorType(operator, one, other) {
  if (operator === "||") {
    return joined([one, other]);
  }
  if (operator === "DIV") {
    return isNumber(one) && isNumber(other) ? "bigint" : void 0;
  }
  if (!isNumber(one) || !isNumber(other)) {
    return void 0;
  }
  const type3 = plainType(wider(one, other));
  if (operator === "/") {
    return type3 === "decimal" ? "decimal" : "double";
  }
  return type3;
}
var WHOLE_MOST = { int: 2147483647n, bigint: 9223372036854775807n };
function numberType(text2) {
  const [, number, suffix] = /^(.*?)(BD|[LSYDF])?$/i.exec(text2);
  const types = {
    L: "bigint",
    S: "int",
    Y: "int",
    D: "double",
    F: "double",
    BD: "decimal"
  };
  if (suffix) {
    return types[suffix.toUpperCase()];
  }
  if (/e/i.test(number)) {
    return "double";
  }
  if (number.includes(".")) {
    return "decimal";
  }
  const value = BigInt(number);
  if (value <= WHOLE_MOST.int) {
    return "int";
  }
  return value <= WHOLE_MOST.bigint ? "bigint" : "decimal";
}

// packages/pipeline/src/engines/Engine.ts
var ENGINES = ["spark", "duckdb"];
var MOST_MIB = 128;

// packages/pipeline/src/expressions/engines.ts
var SPARK_OPERATORS = /* @__PURE__ */ new Set([
  "|",
  "^",
  "&",
  "~",
  "ilike",
  "rlike",
  "regexp",
  "escape"
]);
var BY_NAME2 = new Map(Object.entries(functions_default));
var enginesOf = (use) => ENGINES.filter(
  (engine) => engine === "spark" || !SPARK_OPERATORS.has(use) && (BY_NAME2.get(use)?.includes(engine) ?? true)
);

// packages/pipeline/src/expressions/keywords.ts
var KEYWORDS = new Set(
  `all and as between by case cast distinct div else end except exists false
  filter from group having ilike in intersect interval is like not null on or
  order over partition regexp rlike select then true union using when where with`.split(
    /\s+/
  )
);

// packages/pipeline/src/expressions/tokenize.ts
var ExpressionError = class extends Error {
  constructor(message) {
    super(message);
    this.name = "ExpressionError";
  }
};
var NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?:BD|[LSYDF])?/iy;
var NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
var SYMBOL = /<=>|<>|<=|>=|==|!=|\|\||=>|->|::|[-+*/%=<>!~&|^(),.?:[\]{}@]/y;
function matchAt(pattern2, text2, index) {
  pattern2.lastIndex = index;
  return pattern2.exec(text2)?.[0];
}
function endOfQuoted(text2, start) {
  const quote = text2[start];
  for (let index = start + 1; index < text2.length; index += 1) {
    if (text2[index] === "\\" && quote !== "`") {
      index += 1;
    } else if (text2[index] === quote) {
      if (quote !== "`" || text2[index + 1] !== "`") {
        return index + 1;
      }
      index += 1;
    }
  }
  throw new ExpressionError(
    `has a ${quote} at character ${start + 1} that is not closed: add the closing ${quote}`
  );
}
function tokenAt(text2, index) {
  const at = index + 1;
  const character = text2[index];
  if (`'"\``.includes(character)) {
    const end = endOfQuoted(text2, index);
    const inner = text2.slice(index + 1, end - 1);
    return character === "`" ? { kind: "quoted", text: inner.replaceAll("``", "`"), at, end } : { kind: "string", text: inner, at, end };
  }
  if (text2.startsWith("--", index) || text2.startsWith("/*", index)) {
    throw new ExpressionError(
      `has a comment at character ${at}: remove it, pipeline.yaml takes comments of its own`
    );
  }
  const kinds = { number: NUMBER, name: NAME, symbol: SYMBOL };
  for (const [kind, pattern2] of Object.entries(kinds)) {
    const found = matchAt(pattern2, text2, index);
    if (found) {
      return {
        kind,
        text: found,
        at,
        end: index + found.length
      };
    }
  }
  throw new ExpressionError(
    `has ${JSON.stringify(character)} at character ${at}, which means nothing there: quote a column with such a name by backticks`
  );
}
function tokenize(text2) {
  const tokens = [];
  let index = 0;
  while (index < text2.length) {
    if (/\s/.test(text2[index])) {
      index += 1;
    } else {
      const { end, ...token } = tokenAt(text2, index);
      tokens.push(token);
      index = end;
    }
  }
  return [...tokens, { kind: "end", text: "", at: text2.length + 1 }];
}

// packages/pipeline/src/expressions/parseExpression.ts
var ALLOWED = new Set(Object.keys(functions_default));
var FIELDS_OF_TIME = /^(year|quarter|month|week|day|dow|dayofweek|doy|hour|minute|second)s?$/i;
var UNITS_OF_INTERVALS = /^(year|month|week|day|hour|minute|second|millisecond|microsecond)s?$/i;
var BINARY = [
  ["|"],
  ["^"],
  ["&"],
  ["||", "+", "-"],
  ["*", "/", "%", "DIV"]
];
var COMPARISONS = ["=", "==", "<=>", "<>", "!=", "<", "<=", ">", ">="];
var LIKES = ["LIKE", "ILIKE", "RLIKE", "REGEXP"];
var DEEPEST = 64;
var Reader = class {
  constructor(tokens, rows) {
    this.tokens = tokens;
    this.rows = rows;
  }
  tokens;
  rows;
  columns = /* @__PURE__ */ new Set();
  uses = /* @__PURE__ */ new Set();
  position = 0;
  depth = 0;
  whole() {
    const type3 = this.expression();
    if (this.next.kind !== "end") {
      this.unexpected("expected an operator or the end");
    }
    return type3;
  }
  get next() {
    return this.tokens[this.position];
  }
  /** The next token as a keyword or symbol; `undefined` for literals and quoted names. */
  get word() {
    const { kind, text: text2 } = this.next;
    return kind === "name" || kind === "symbol" ? text2.toUpperCase() : void 0;
  }
  get wordAfter() {
    const { kind, text: text2 } = this.tokens[this.position + 1] ?? this.next;
    return kind === "name" || kind === "symbol" ? text2.toUpperCase() : void 0;
  }
  take() {
    const token = this.next;
    this.position += 1;
    return token;
  }
  accept(...words2) {
    if (this.word === void 0 || !words2.includes(this.word)) {
      return false;
    }
    if (SPARK_OPERATORS.has(this.word.toLowerCase())) {
      this.uses.add(this.word.toLowerCase());
    }
    this.position += 1;
    return true;
  }
  expect(word, why) {
    if (!this.accept(word)) {
      this.unexpected(`expected ${word} ${why}`);
    }
  }
  unexpected(expectation) {
    const { kind, text: text2, at } = this.next;
    if (["SELECT", "WITH", "FROM"].includes(this.word ?? "")) {
      throw new ExpressionError(
        `has ${text2.toUpperCase()} at character ${at}: an expression computes with the columns of its row, and takes no subquery`
      );
    }
    throw new ExpressionError(
      kind === "end" ? `ends too early: ${expectation}` : `has ${JSON.stringify(text2)} at character ${at}: ${expectation}`
    );
  }
  expression() {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw new ExpressionError(
        `is nested deeper than ${DEEPEST} levels: make it simpler`
      );
    }
    let type3 = this.conjunction();
    while (this.accept("OR")) {
      this.conjunction();
      type3 = "boolean";
    }
    this.depth -= 1;
    return type3;
  }
  conjunction() {
    let type3 = this.negation();
    while (this.accept("AND")) {
      this.negation();
      type3 = "boolean";
    }
    return type3;
  }
  negation() {
    const { position } = this;
    while (this.accept("NOT", "!")) ;
    const negated = this.position > position;
    const type3 = this.predicate();
    return negated ? "boolean" : type3;
  }
  predicate() {
    let type3 = this.binary(0);
    for (; ; ) {
      if (this.accept(...COMPARISONS)) {
        this.binary(0);
      } else if (this.accept("IS")) {
        this.property();
      } else if (this.word === "NOT" || this.word === "IN" || this.word === "BETWEEN" || LIKES.includes(this.word ?? "")) {
        this.accept("NOT");
        this.membership();
      } else {
        return type3;
      }
      type3 = "boolean";
    }
  }
  /** What follows IS. */
  property() {
    this.accept("NOT");
    if (this.accept("DISTINCT")) {
      this.expect("FROM", "after IS DISTINCT");
      this.binary(0);
    } else if (!this.accept("NULL", "TRUE", "FALSE", "UNKNOWN")) {
      this.unexpected("expected NULL, TRUE or FALSE after IS");
    }
  }
  membership() {
    if (this.accept("IN")) {
      this.expect("(", "after IN");
      this.list(")");
    } else if (this.accept("BETWEEN")) {
      this.binary(0);
      this.expect("AND", "between the ends of BETWEEN");
      this.binary(0);
    } else if (this.accept(...LIKES)) {
      if (["ANY", "ALL", "SOME"].includes(this.word ?? "")) {
        this.unexpected("expected one pattern");
      }
      this.binary(0);
      if (this.accept("ESCAPE") && this.take().kind !== "string") {
        this.position -= 1;
        this.unexpected("expected a string after ESCAPE");
      }
    } else {
      this.unexpected("expected IN, BETWEEN or LIKE after NOT");
    }
  }
  binary(level) {
    const operators = BINARY[level];
    if (!operators) {
      return this.unary();
    }
    let type3 = this.binary(level + 1);
    for (; ; ) {
      const operator = this.word ?? "";
      if (!this.accept(...operators)) {
        return type3;
      }
      type3 = operatorType(operator, type3, this.binary(level + 1));
    }
  }
  unary() {
    while (this.accept("-", "+", "~")) ;
    return this.primary();
  }
  /** Expressions separated by commas, up to a closing symbol; at least one. */
  list(closing) {
    const types = [];
    do {
      types.push(this.expression());
    } while (this.accept(","));
    this.expect(closing, "or a comma");
    return types;
  }
  primary() {
    const { kind, text: text2 } = this.next;
    if (kind === "string" || kind === "number") {
      this.take();
      return kind === "string" ? "string" : numberType(text2);
    }
    if (kind === "quoted") {
      return this.column();
    }
    if (this.accept("(")) {
      const type3 = this.expression();
      this.expect(")", "for the opening parenthesis");
      return type3;
    }
    return kind === "name" ? this.named(text2.toUpperCase()) : this.unexpected("expected a column, a value or a function");
  }
  named(word) {
    const { kind: kindAfter } = this.tokens[this.position + 1] ?? this.next;
    if (this.accept("NULL", "TRUE", "FALSE")) {
      return word === "NULL" ? void 0 : "boolean";
    }
    if (word === "CASE") {
      return this.choice();
    }
    if (word === "INTERVAL") {
      return this.interval();
    }
    if (["DATE", "TIMESTAMP"].includes(word) && kindAfter === "string") {
      this.position += 2;
      return NAMED_TYPES[word.toLowerCase()];
    }
    return this.wordAfter === "(" ? this.call(word) : this.column();
  }
  column() {
    const { kind, text: text2, at } = this.next;
    if (kind === "name" && KEYWORDS.has(text2.toLowerCase())) {
      this.unexpected(
        `expected a column, a value or a function (a column of this name is written \`${text2}\`)`
      );
    }
    this.take();
    if (this.word === ".") {
      throw new ExpressionError(
        `has a dot after ${JSON.stringify(text2)} at character ${at}: columns have no parts; a column with a dot in its name is quoted by backticks as a whole`
      );
    }
    this.columns.add(text2);
    return this.rows?.get(text2.toLowerCase());
  }
  choice() {
    this.take();
    if (this.word !== "WHEN") {
      this.expression();
    }
    const types = [];
    while (this.accept("WHEN")) {
      this.expression();
      this.expect("THEN", "after the condition of WHEN");
      types.push(this.expression());
    }
    if (types.length === 0) {
      this.unexpected("expected WHEN in CASE");
    }
    if (this.accept("ELSE")) {
      types.push(this.expression());
    }
    this.expect("END", "to close CASE");
    return typeOfOne(types);
  }
  /** INTERVAL 3 days, INTERVAL '3' DAY. */
  interval() {
    this.take();
    this.accept("-", "+");
    if (!["string", "number"].includes(this.next.kind)) {
      this.unexpected("expected a number after INTERVAL");
    }
    this.take();
    if (!UNITS_OF_INTERVALS.test(this.next.text)) {
      this.unexpected("expected a unit such as DAY");
    }
    this.take();
  }
  call(word) {
    const { text: text2, at } = this.take();
    this.take();
    if (word === "CAST" || word === "TRY_CAST") {
      this.expression();
      this.expect("AS", `in ${word}`);
      const type3 = this.type();
      this.expect(")", `to close ${word}`);
      return type3;
    }
    if (word === "EXTRACT") {
      if (!FIELDS_OF_TIME.test(this.next.text)) {
        this.unexpected("expected a field such as YEAR");
      }
      const field = this.take().text;
      this.expect("FROM", "in EXTRACT");
      this.list(")");
      return /^second/i.test(field) ? "decimal" : "int";
    }
    const name = text2.toLowerCase();
    if (!ALLOWED.has(name)) {
      const near = nearest(name, [...ALLOWED]);
      throw new ExpressionError(
        `uses ${text2}() at character ${at}, which is none of the functions that a pipeline may use${near ? `: did you mean ${near}()?` : ""}`
      );
    }
    this.uses.add(name);
    const given = this.accept(")") ? [] : this.list(")");
    if (this.accept("OVER", "FILTER")) {
      throw new ExpressionError(
        `makes a window of ${text2}() at character ${at}: an expression computes with the columns of its row only`
      );
    }
    return functionType(name, given);
  }
  type() {
    if (!Object.hasOwn(NAMED_TYPES, this.next.text.toLowerCase())) {
      this.unexpected(
        "expected a type such as BIGINT, DECIMAL(18, 2), STRING, DATE or TIMESTAMP"
      );
    }
    const type3 = NAMED_TYPES[this.take().text.toLowerCase()];
    const digits2 = [];
    if (this.accept("(")) {
      do {
        if (this.next.kind !== "number") {
          this.unexpected("expected a number of digits");
        }
        digits2.push(Number(this.take().text));
      } while (this.accept(","));
      this.expect(")", "to close the type");
    }
    const [precision3, scale3] = digits2.length > 0 ? [...digits2, 0] : DEFAULT_DIGITS;
    return type3 === "decimal" ? decimal(precision3, scale3) : type3;
  }
};
function parseExpression(text2, rows) {
  const reader = new Reader(tokenize(text2), rows);
  const type3 = reader.whole();
  return { columns: [...reader.columns], uses: [...reader.uses], type: type3 };
}

// packages/pipeline/src/columns/Columns.ts
var ROWS_SO_FAR = "the rows so far";
var RESULTING_ROWS = "the resulting rows";
function expectColumn(path, name, columns2, report, where = ROWS_SO_FAR) {
  if (columns2 === void 0 || columns2.has(name)) {
    return true;
  }
  const near = nearest(name, [...columns2.keys()]);
  report(
    path,
    `${where} have no column "${name}": use ${near === void 0 ? "" : `"${near}", or another `}one of ${[...columns2.keys()].join(", ")}`
  );
  return false;
}
function expectColumns(field, names, columns2, report) {
  names.forEach(
    (name, index) => expectColumn([field, index], name, columns2, report)
  );
}
function expectExpression(path, expression, columns2, report, where = ROWS_SO_FAR) {
  try {
    const { columns: names, type: type3 } = parseExpression(expression, columns2);
    for (const name of names) {
      expectColumn(path, name.toLowerCase(), columns2, report, where);
    }
    return type3;
  } catch (error) {
    if (error instanceof ExpressionError) {
      return void 0;
    }
    throw error;
  }
}
function expectCondition(path, condition, columns2, report, where = ROWS_SO_FAR) {
  const type3 = expectExpression(path, condition, columns2, report, where);
  if (type3 !== void 0 && type3 !== "boolean") {
    report(
      path,
      `gives a ${type3}, and a condition is true or false: compare it with a value`
    );
  }
}

// packages/pipeline/src/fieldKinds.ts
import { z as z4 } from "zod";

// packages/pipeline/src/textRules.ts
var notBlank = (value) => value.trim() === "" ? "is empty: write something or leave it out" : void 0;
var atMost = (most) => (value) => value.length > most ? `has ${value.length} characters: use at most ${most}` : void 0;
var descriptionRules = [
  (value) => value.trim() === "" ? "is empty: say in one line what the pipeline is for" : void 0,
  oneLine,
  noTemplateSyntax,
  atMost(256)
];
var grammatical = (value) => {
  try {
    parseExpression(value);
    return void 0;
  } catch (error) {
    if (error instanceof ExpressionError) {
      return error.message;
    }
    throw error;
  }
};
var ruleNameRules = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(64)
];
var regular = (value) => {
  try {
    return new RegExp(value) && void 0;
  } catch (error) {
    return `is no regular expression: ${error.message.replace(/^.*: /, "")}`;
  }
};
var regexRules = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(256),
  regular
];
var EXPRESSION_PATTERN = "^[^\\n\\r]*$";
var expressionRules = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(4096),
  grammatical
];
var valueRules = [oneLine, noTemplateSyntax, atMost(256)];
var PREDICATE_PATTERN = EXPRESSION_PATTERN;
var predicateRules = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(2048)
];
var queryRules = [
  notBlank,
  oneLine,
  noTemplateSyntax,
  atMost(4096),
  (value) => /^\s*(select|with)\b/i.test(value) ? void 0 : "is no query: begin it with SELECT or WITH",
  (value) => value.includes(";") ? 'has ";", and one query is read: remove what comes after it' : void 0,
  (value) => /--|\/\*/.test(value) ? "has a comment, which would reach beyond the query: remove it" : void 0
];

// packages/pipeline/src/fieldKinds.ts
var columnField = (description, hints = {}) => text(description, columnRules, {
  pattern: COLUMN_PATTERN,
  maxLength: 255,
  errorMessage: "Use the name of the column as the file has it, in lower case, without blanks around it.",
  ...hints
});
var columnsField = (title, description, most, tooMany = `names more than ${most} columns: leave some out`) => z4.array(columnField("A column.")).min(1, "is empty: name a column, or remove the step").max(most, tooMany).meta({ title, description });
var resultColumnField = (description, hints = {}) => text(description, resultColumnRules, {
  pattern: RESULT_COLUMN_PATTERN,
  errorMessage: "Use lower-case letters, digits and underscores, not beginning with a digit.",
  ...hints
});
var expressionField = (description, hints = {}) => text(description, expressionRules, {
  minLength: 1,
  maxLength: 4096,
  pattern: EXPRESSION_PATTERN,
  errorMessage: "Write one Spark SQL expression on one line.",
  ...hints
});
var valueField = (description, hints = {}) => text(
  description,
  valueRules,
  {
    maxLength: 256,
    errorMessage: "Write at most 256 characters on one line.",
    ...hints
  },
  "must be a text: write it in quotes"
);
var sourceField = (description, hints = {}) => text(description, sourceNameRules, {
  pattern: SOURCE_NAME_PATTERN,
  errorMessage: "Write the name of a source.",
  ...hints
});

// packages/pipeline/src/repeated.ts
function repeated(values2) {
  return values2.map((value, index) => ({ value, index })).filter(({ value, index }) => values2.indexOf(value) < index);
}

// packages/pipeline/src/transforms/measures.ts
var MEASURES = ["count", "sum", "avg", "min", "max"];
var MEASURE_NAMES = ["count", "sum", "average", "least", "greatest"];
function checkMeasure(path, { function: name, column }, report) {
  if (name !== "count" && column === void 0) {
    report(
      [...path, "column"],
      `is missing: name the column whose ${name} is computed`
    );
  }
}
function expectMeasure(path, { function: name, column }, rows, report) {
  if (column !== void 0 && expectColumn([...path, "column"], column, rows, report) && (name === "sum" || name === "avg") && rows?.get(column) !== void 0 && !isNumber(rows.get(column))) {
    report(
      [...path, "column"],
      `"${column}" is a ${rows.get(column)}, and ${name} needs a number: give the column the type of a number in sources or by a step cast before it, or choose another function`
    );
  }
}
function measureType({ function: name, column }, rows) {
  const type3 = column === void 0 ? void 0 : rows?.get(column);
  if (name === "count") {
    return "bigint";
  }
  if (type3 === void 0 || name !== "sum" && name !== "avg") {
    return type3;
  }
  if (plainType(type3) === "decimal") {
    const digits2 = digitsOf(type3);
    const more = name === "sum" ? [10, 0] : [4, 4];
    return digits2 ? decimal(digits2.precision + more[0], digits2.scale + more[1]) : "decimal";
  }
  if (name === "sum") {
    return type3 === "double" ? "double" : "bigint";
  }
  return "double";
}

// packages/pipeline/src/transforms/TransformKind.ts
var transformKind = (kind) => kind;

// packages/pipeline/src/transforms/aggregate.ts
var grouping = z5.strictObject({
  column: columnField("A column to group by.", {
    title: "Column",
    examples: ["origin"]
  }).optional(),
  expression: expressionField(
    "A Spark SQL expression to group by, for example date_format(day, 'yyyy-MM').",
    {
      title: "or expression",
      examples: ["date_format(date, 'yyyy-MM')"]
    }
  ).optional(),
  as: resultColumnField(
    "The name of the resulting column. Needed with an expression.",
    { title: "Name of the resulting column", examples: ["month"] }
  ).optional()
}).describe("Either a column, or an expression and its name.");
var measure = z5.strictObject({
  function: z5.enum(MEASURES).meta({
    title: "Function",
    description: "count without a column counts rows.",
    enumNames: MEASURE_NAMES
  }),
  column: columnField("The column to aggregate.", {
    title: "Column",
    examples: ["delay"]
  }).optional(),
  as: resultColumnField("The name of the resulting column.", {
    title: "Name of the resulting column",
    examples: ["average_delay"]
  })
}).describe("One aggregated column.");
var nameOf = ({ column, as }) => as ?? column ?? "";
var aggregate = transformKind({
  title: "Aggregate",
  engines: ENGINES,
  fields: z5.strictObject({
    kind: z5.literal("aggregate"),
    groupBy: z5.array(grouping).min(1, "needs at least one column to group by: add one").max(16).meta({ title: "Group by", description: "What makes a group." }),
    measures: z5.array(measure).min(1, "needs at least one measure: add one").max(64).meta({
      title: "Measures",
      description: "What is computed for each group."
    })
  }).describe("Groups the rows and computes measures for each group."),
  check({ groupBy, measures }, report) {
    groupBy.forEach(({ column, expression, as }, index) => {
      if (column === void 0 === (expression === void 0)) {
        report(
          ["groupBy", index],
          "needs either a column or an expression: give one of them"
        );
      } else if (expression !== void 0 && as === void 0) {
        report(
          ["groupBy", index, "as"],
          "is missing: name the column that the expression makes"
        );
      }
    });
    measures.forEach(
      (one, index) => checkMeasure(["measures", index], one, report)
    );
    const names = [...groupBy.map(nameOf), ...measures.map(({ as }) => as)];
    for (const { value, index } of repeated(names)) {
      report(
        index < groupBy.length ? ["groupBy", index] : ["measures", index - groupBy.length, "as"],
        `makes a second column named "${value}": give each its own name`
      );
    }
  },
  expressions: ({ groupBy }) => groupBy.flatMap(
    ({ expression }, index) => expression === void 0 ? [] : [{ expression, path: ["groupBy", index, "expression"] }]
  ),
  measures: ({ measures }) => measures.map((one, index) => ({
    measure: one,
    path: ["measures", index]
  })),
  columns({ groupBy, measures }, { rows, report }) {
    const groups = groupBy.map((group, index) => {
      const path = ["groupBy", index];
      const { column, expression } = group;
      if (column !== void 0) {
        expectColumn([...path, "column"], column, rows, report);
        return [nameOf(group), rows?.get(column)];
      }
      const type3 = expectExpression(
        [...path, "expression"],
        expression ?? "",
        rows,
        report
      );
      return [nameOf(group), type3];
    });
    measures.forEach(
      (one, index) => expectMeasure(["measures", index], one, rows, report)
    );
    return new Map([
      ...groups,
      ...measures.map((one) => [one.as, measureType(one, rows)])
    ]);
  },
  words: ({ groupBy, measures }) => `Group by ${groupBy.map((group) => group.expression ?? nameOf(group)).join(", ")} and compute ${measures.map(
    ({ function: name, column, as }) => `${as} = ${name}(${column ?? "*"})`
  ).join(", ")}`
});

// packages/pipeline/src/transforms/cast.ts
import { z as z6 } from "zod";
var { type, precision, scale, format, zone } = sourceColumn.shape;
var castColumn = z6.strictObject({
  column: columnField("A column of the rows so far.", {
    title: "Column",
    examples: ["price"]
  }),
  type: type.meta({ title: "Type", description: "What the values become." }),
  precision: precision.meta({ title: "Digits" }),
  scale: scale.meta({ title: "Decimals" }),
  format: format.meta({ title: "Format" }),
  zone: zone.meta({ title: "Time zone" })
}).describe("One column and its new type.");
var cast = transformKind({
  title: "Change types",
  engines: ENGINES,
  fields: z6.strictObject({
    kind: z6.literal("cast"),
    columns: z6.array(castColumn).min(1, "is empty: add a column, or remove the step").max(1600).meta({
      title: "Columns to change",
      description: "All others keep their types."
    }),
    onInvalid: z6.enum(["fail", "setNull"]).default("fail").meta({
      title: "Values that do not fit",
      description: "What happens to a value that the new type does not hold exactly: the run fails, or the value is missing from then on.",
      enumNames: ["fail the run", "become missing"]
    })
  }).describe("Gives columns other types. No value is rounded or cut."),
  check({ columns: columns2 }, report) {
    for (const { value, index } of repeated(
      columns2.map(({ column }) => column)
    )) {
      report(
        ["columns", index, "column"],
        `"${value}" occurs twice: remove one`
      );
    }
    columns2.forEach(
      ({ column, ...rest }, index) => checkSourceColumn(
        { name: column, nullable: true, ...rest },
        (path, message) => report(["columns", index, ...path], message)
      )
    );
  },
  columns({ columns: columns2 }, { rows, report }) {
    const after = new Map(rows);
    columns2.forEach((one, index) => {
      const path = ["columns", index];
      if (!expectColumn([...path, "column"], one.column, rows, report)) {
        return;
      }
      const before = rows?.get(one.column);
      if (!castable(before, one.type)) {
        report(
          [...path, "type"],
          `"${one.column}" is a ${before}, of which no ${one.type} can be made: choose another type, or compute it by the step derive`
        );
      }
      for (const field of ["format", "zone"]) {
        if (one[field] !== void 0 && before && before !== "string") {
          report(
            [...path, field],
            `is only for texts, and "${one.column}" is a ${before}: remove it`
          );
        }
      }
      after.set(one.column, declaredType(one));
    });
    return rows && after;
  },
  words: ({ columns: columns2, onInvalid }) => `Make ${columns2.map((one) => `${one.column} a ${declaredType(one)}`).join(", ")}${onInvalid === "setNull" ? "; values that do not fit become missing" : ""}`
});

// packages/pipeline/src/transforms/deduplicate.ts
import { z as z8 } from "zod";

// packages/pipeline/src/transforms/checkRepetitions.ts
function checkRepetitions(columns2, report) {
  for (const { value, index } of repeated(columns2)) {
    report(["columns", index], `"${value}" occurs twice: remove one`);
  }
}

// packages/pipeline/src/transforms/order.ts
import { z as z7 } from "zod";
var orderField = (title, description) => z7.array(
  z7.strictObject({
    column: columnField("A column of the rows so far.", {
      title: "Column",
      examples: ["updated_at"]
    }),
    direction: z7.enum(["ascending", "descending"]).default("ascending").meta({
      title: "Direction",
      description: "Rows without a value come last in either direction.",
      enumNames: ["the least first", "the greatest first"]
    })
  }).describe("A column and its direction.")
).max(16, "names more than 16 columns: leave some out").default([]).meta({ title, description });
function expectOrder(orderBy, rows, report) {
  orderBy.forEach(
    ({ column }, index) => expectColumn(["orderBy", index, "column"], column, rows, report)
  );
}
function checkOrder(orderBy, report) {
  for (const { value, index } of repeated(
    orderBy.map(({ column }) => column)
  )) {
    report(["orderBy", index, "column"], `"${value}" occurs twice: remove one`);
  }
}
var orderWords = (orderBy) => orderBy.map(
  ({ column, direction }) => direction === "descending" ? `${column} descending` : column
).join(", ");

// packages/pipeline/src/transforms/deduplicate.ts
var deduplicate = transformKind({
  title: "Remove duplicates",
  engines: ENGINES,
  fields: z8.strictObject({
    kind: z8.literal("deduplicate"),
    columns: columnsField(
      "Columns that tell rows apart",
      "Of rows that are equal in all these columns one is kept.",
      64
    ),
    orderBy: orderField(
      "Which row is kept",
      "The first row in this order is kept. Where that leaves several, and without an order, it is the least by all columns from left to right."
    )
  }).describe("Keeps one of the rows that are equal in all the columns."),
  check({ columns: columns2, orderBy }, report) {
    checkRepetitions(columns2, report);
    checkOrder(orderBy, report);
  },
  columns({ columns: columns2, orderBy }, { rows, report }) {
    expectColumns("columns", columns2, rows, report);
    expectOrder(orderBy, rows, report);
    return rows;
  },
  words: ({ columns: columns2, orderBy }) => orderBy.length > 0 ? `Keep the first row by ${orderWords(orderBy)} for each ${columns2.join(
    ", "
  )}` : `Keep one row for each ${columns2.join(", ")}`
});

// packages/pipeline/src/transforms/derive.ts
import { z as z9 } from "zod";
var derive = transformKind({
  title: "Compute columns",
  engines: ENGINES,
  fields: z9.strictObject({
    kind: z9.literal("derive"),
    columns: z9.array(
      z9.strictObject({
        as: resultColumnField(
          "A new column, or one that there is, whose values are replaced.",
          { title: "Name of the column", examples: ["revenue"] }
        ),
        expression: expressionField(
          "A Spark SQL expression of the columns there are, those before it in this list included.",
          { title: "Expression", examples: ["price * quantity"] }
        )
      }).describe("One column and how it is computed.")
    ).min(1, "is empty: add a column, or remove the step").max(64).meta({
      title: "Columns to compute",
      description: "They are computed one after the other."
    })
  }).describe("Computes columns of each row by Spark SQL expressions."),
  check({ columns: columns2 }, report) {
    for (const { value, index } of repeated(columns2.map(({ as }) => as))) {
      report(
        ["columns", index, "as"],
        `makes a second column named "${value}": give each its own name`
      );
    }
  },
  expressions: ({ columns: columns2 }) => columns2.map(({ expression }, index) => ({
    expression,
    path: ["columns", index, "expression"]
  })),
  columns: ({ columns: columns2 }, { rows, report }) => columns2.reduce((before, { as, expression }, index) => {
    const path = ["columns", index, "expression"];
    const type3 = expectExpression(path, expression, before, report);
    return before && new Map([...before, [as, type3]]);
  }, rows),
  words: ({ columns: columns2 }) => `Compute ${columns2.map(({ as, expression }) => `${as} = ${expression}`).join(", ")}`
});

// packages/pipeline/src/transforms/dropIncomplete.ts
import { z as z10 } from "zod";
var dropIncomplete = transformKind({
  title: "Drop incomplete rows",
  engines: ENGINES,
  fields: z10.strictObject({
    kind: z10.literal("dropIncomplete"),
    columns: columnsField(
      "Columns that need a value",
      "Rows without a value in one of these columns are dropped.",
      64
    )
  }).describe("Drops the rows without a value in one of the columns."),
  check: ({ columns: columns2 }, report) => checkRepetitions(columns2, report),
  columns({ columns: columns2 }, { rows, report }) {
    expectColumns("columns", columns2, rows, report);
    return rows;
  },
  words: ({ columns: columns2 }) => `Drop the rows without ${columns2.join(" or ")}`
});

// packages/pipeline/src/transforms/fill.ts
import { z as z11 } from "zod";

// packages/pipeline/src/columns/valueText.ts
var WHOLE = /^[+-]?\d{1,19}$/;
var NUMBER2 = /^[+-]?(\d+\.?\d*|\.\d+)$/;
var DAY = /^\d{4}-\d{2}-\d{2}$/;
var MOMENT = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?( ?(Z|[+-]\d{2}(:?\d{2})?))?$/;
var within = (value, bits) => {
  const half = 2n ** (bits - 1n);
  const number = BigInt(value.replace("+", ""));
  return -half <= number && number < half;
};
var isDay = (value) => DAY.test(value) && (/* @__PURE__ */ new Date(`${value}T00:00:00Z`)).toJSON()?.slice(0, 10) === value;
function fits(value, { precision: precision3, scale: scale3 }) {
  const [whole, places = ""] = value.replace(/^[+-]/, "").split(".");
  return whole.replace(/^0+/, "").length <= precision3 - scale3 && places.replace(/0+$/, "").length <= scale3;
}
var TYPES = {
  boolean: [(value) => /^(true|false)$/i.test(value), "true or false"],
  int: [(value) => WHOLE.test(value) && within(value, 32n), "for example 0"],
  bigint: [(value) => WHOLE.test(value) && within(value, 64n), "for example 0"],
  decimal: [(value) => NUMBER2.test(value), "for example 0.5"],
  double: [
    (value) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) && Number.isFinite(Number(value)),
    "for example 0.5"
  ],
  string: [() => true, ""],
  date: [isDay, "for example 2024-01-31"],
  timestamp: [
    (value) => isDay(MOMENT.exec(value)?.[1] ?? ""),
    "for example 2024-01-31T12:00:00Z"
  ]
};
function valueProblem(value, type3) {
  const [is, how] = TYPES[plainType(type3) ?? "string"];
  if (!is(value)) {
    return `${JSON.stringify(value)} is no ${type3}: write ${how}`;
  }
  const digits2 = digitsOf(type3);
  return digits2 && !fits(value, digits2) ? `${JSON.stringify(value)} has more digits than a ${type3}: write at most ${digits2.precision - digits2.scale} before and ${digits2.scale} behind the point, or give the column more by a step cast before it` : void 0;
}

// packages/pipeline/src/transforms/fill.ts
var fill = transformKind({
  title: "Fill in missing values",
  engines: ENGINES,
  fields: z11.strictObject({
    kind: z11.literal("fill"),
    columns: z11.array(
      z11.strictObject({
        column: columnField("A column of the rows so far.", {
          title: "Column",
          examples: ["quantity"]
        }),
        value: valueField(
          "A text of the type of the column, as a file would have it: 0, true, 2024-01-31.",
          { title: "Value", examples: ["0"] }
        )
      }).describe("One column, and its value where it has none.")
    ).min(1, "is empty: add a column, or remove the step").max(1600).meta({
      title: "Columns to fill",
      description: "All others stay as they are."
    })
  }).describe("Puts a value where a column has none."),
  check({ columns: columns2 }, report) {
    for (const { value, index } of repeated(
      columns2.map(({ column }) => column)
    )) {
      report(
        ["columns", index, "column"],
        `"${value}" occurs twice: remove one`
      );
    }
  },
  columns({ columns: columns2 }, { rows, report }) {
    columns2.forEach(({ column, value }, index) => {
      if (expectColumn(["columns", index, "column"], column, rows, report)) {
        const problem = valueProblem(value, rows?.get(column));
        if (problem) {
          report(["columns", index, "value"], problem);
        }
      }
    });
    return rows;
  },
  words: ({ columns: columns2 }) => `Where it is missing, let ${columns2.map(({ column, value }) => `${column} be ${JSON.stringify(value)}`).join(", ")}`
});

// packages/pipeline/src/transforms/filter.ts
import { z as z12 } from "zod";
var filter = transformKind({
  title: "Filter rows",
  engines: ENGINES,
  fields: z12.strictObject({
    kind: z12.literal("filter"),
    condition: expressionField(
      "Rows for which this Spark SQL condition holds are kept, for example iso_code = 'USA'.",
      { title: "Condition", examples: ["iso_code = 'USA'"] }
    )
  }).describe("Keeps the rows for which a condition holds."),
  expressions: ({ condition }) => [
    { expression: condition, path: ["condition"] }
  ],
  columns({ condition }, { rows, report }) {
    expectCondition(["condition"], condition, rows, report);
    return rows;
  },
  words: ({ condition }) => `Keep the rows where ${condition}`
});

// packages/pipeline/src/transforms/join.ts
import { z as z13 } from "zod";
var TYPES2 = ["inner", "left", "right", "full", "semi", "anti"];
function joinedColumns(rows, other, { source: source2, type: type3, keys }) {
  if (type3 === "semi" || type3 === "anti") {
    return { columns: rows };
  }
  const redundant = new Set(
    keys.filter(({ left, right }) => left === right).map((key) => key.right)
  );
  const columns2 = new Map(rows);
  let clash;
  for (const [name, kind] of other) {
    if (!redundant.has(name)) {
      const renamed = rows.has(name) ? `${source2}_${name}` : name;
      clash ??= columns2.has(renamed) ? renamed : void 0;
      columns2.set(renamed, kind);
    } else if (type3 === "right" || type3 === "full") {
      columns2.set(name, wider(rows.get(name), kind));
    }
  }
  return { columns: columns2, ...clash === void 0 ? {} : { clash } };
}
var join = transformKind({
  title: "Join a source",
  engines: ENGINES,
  fields: z13.strictObject({
    kind: z13.literal("join"),
    source: sourceField("The source to join, by its name.", {
      title: "Source to join",
      examples: ["hiring"]
    }),
    type: z13.enum(TYPES2).default("inner").meta({
      title: "Rows that stay",
      description: "inner: rows that match on both sides; left, right, full: also those without a match of the rows so far, of the source, of both; semi, anti: the rows so far with, without a match, and no column of the source.",
      enumNames: [
        "rows with a match",
        "all rows so far",
        "all rows of this source",
        "all rows of both",
        "rows so far with a match, without columns of this source",
        "rows so far without a match"
      ]
    }),
    keys: z13.array(
      z13.strictObject({
        left: columnField("A column of the rows so far.", {
          title: "Column of the rows so far",
          examples: ["date"]
        }),
        right: columnField(
          "The column of the joined source that equals it.",
          { title: "Column of this source", examples: ["post_date"] }
        )
      }).describe("A pair of columns that must be equal.")
    ).min(1, "needs at least one pair of columns: add a key").max(8, "has more than 8 pairs of columns: remove some").meta({
      title: "Keys",
      description: "Columns that must be equal, all of them."
    })
  }).describe("Joins one source onto the rows so far."),
  sources: ({ source: source2 }) => [{ source: source2, path: ["source"] }],
  columns(step2, { rows, source: source2, report }) {
    const other = source2(step2.source);
    step2.keys.forEach(({ left, right }, index) => {
      const known = [
        expectColumn(["keys", index, "left"], left, rows, report, ROWS_SO_FAR),
        expectColumn(
          ["keys", index, "right"],
          right,
          other,
          report,
          `the rows of ${step2.source}`
        )
      ];
      const types = [rows?.get(left), other?.get(right)];
      if (known.every(Boolean) && !comparable(...types)) {
        report(
          ["keys", index],
          `compares "${left}", a ${types[0]}, with "${right}", a ${types[1]}: give both columns one type in sources`
        );
      }
    });
    if (!rows || !other) {
      return void 0;
    }
    const { columns: columns2, clash } = joinedColumns(rows, other, step2);
    if (clash !== void 0) {
      report(
        ["source"],
        `"${step2.source}" brings a second column "${clash}": name the source otherwise`
      );
    }
    return columns2;
  },
  words({ source: source2, type: type3, keys }) {
    const where = keys.map(({ left, right }) => `${left} = ${right}`).join(" and ");
    return {
      inner: `Join ${source2} where ${where}`,
      left: `Join ${source2} where ${where}; rows without a match stay`,
      right: `Join ${source2} where ${where}; rows of ${source2} without a match stay`,
      full: `Join ${source2} where ${where}; rows of both without a match stay`,
      semi: `Keep the rows with a match in ${source2} where ${where}`,
      anti: `Keep the rows without a match in ${source2} where ${where}`
    }[type3];
  }
});

// packages/pipeline/src/transforms/mask.ts
import { z as z14 } from "zod";
var masked = z14.strictObject({
  column: columnField("A column of the rows so far.", {
    title: "Column",
    examples: ["email"]
  }),
  method: z14.enum(["hash", "redact", "keepLast"]).meta({
    title: "Method",
    description: "hash: the SHA-256 of the value, the same for equal values; redact: *** for every value; keepLast: * for all but the last characters.",
    enumNames: ["hash", "redact", "keep the last characters"]
  }),
  salt: valueField(
    "Of hash: a text that is put before each value, so that hashes differ from those made elsewhere. It is no secret.",
    { title: "Salt", examples: ["orders-2024"] }
  ).optional(),
  keep: z14.int("must be a whole number").min(1, "must be at least 1: choose redact to keep none").max(64, "must be at most 64").optional().meta({
    title: "Characters to keep",
    description: "Of keepLast; by default 4. A value that is not longer is masked whole."
  })
}).describe("One column and how its values are masked.");
var METHOD_OF = { salt: "hash", keep: "keepLast" };
var maskedWords = ({ column, method, keep = 4 }) => ({
  hash: `${column} by its hash`,
  redact: `${column} by ***`,
  keepLast: `${column} but for its last ${keep} characters`
})[method];
var mask = transformKind({
  title: "Mask values",
  engines: ENGINES,
  fields: z14.strictObject({
    kind: z14.literal("mask"),
    columns: z14.array(masked).min(1, "is empty: add a column, or remove the step").max(1600).meta({
      title: "Columns to mask",
      description: "They become texts. Missing values stay missing."
    })
  }).describe("Replaces the values of columns by texts that hide them."),
  check({ columns: columns2 }, report) {
    for (const { value, index } of repeated(
      columns2.map(({ column }) => column)
    )) {
      report(
        ["columns", index, "column"],
        `"${value}" occurs twice: remove one`
      );
    }
    columns2.forEach((one, index) => {
      for (const field of ["salt", "keep"]) {
        if (one[field] !== void 0 && one.method !== METHOD_OF[field]) {
          report(
            ["columns", index, field],
            `is only for the method ${METHOD_OF[field]}, and the method is ${one.method}: remove it`
          );
        }
      }
    });
  },
  columns({ columns: columns2 }, { rows, report }) {
    columns2.forEach(
      ({ column }, index) => expectColumn(["columns", index, "column"], column, rows, report)
    );
    const names = columns2.map(({ column }) => column);
    return rows && new Map(
      [...rows].map(([name, type3]) => [
        name,
        names.includes(name) ? "string" : type3
      ])
    );
  },
  words: ({ columns: columns2 }) => `Mask ${columns2.map(maskedWords).join(", ")}`
});

// packages/pipeline/src/transforms/pivot.ts
import { z as z15 } from "zod";
var pivot = transformKind({
  title: "Turn values into columns",
  engines: ENGINES,
  fields: z15.strictObject({
    kind: z15.literal("pivot"),
    columns: columnsField(
      "Group by",
      "Rows that are equal in all these columns become one.",
      16
    ),
    column: columnField("The column whose values become columns.", {
      title: "Column whose values become columns",
      examples: ["quarter"]
    }),
    values: z15.array(
      z15.strictObject({
        value: valueField(
          "A text of the type of the column, as a file would have it.",
          { title: "Value", examples: ["Q1"] }
        ),
        as: resultColumnField("The name of its column.", {
          title: "Name of its column",
          examples: ["revenue_q1"]
        })
      }).describe("One value and its column.")
    ).min(1, "is empty: add a value").max(256, "has more than 256 values: leave some out").meta({
      title: "Values",
      description: "Rows with other values have no part in the measure."
    }),
    measure: z15.strictObject({
      function: z15.enum(MEASURES).meta({
        title: "Function",
        description: "count without a column counts rows.",
        enumNames: MEASURE_NAMES
      }),
      column: columnField("The column to aggregate.", {
        title: "Column",
        examples: ["revenue"]
      }).optional()
    }).meta({
      title: "Measure",
      description: "What is computed for each group and value."
    })
  }).describe(
    "Makes one row of each group, with a column for each of the values."
  ),
  check({ columns: columns2, column, values: values2, measure: measure3 }, report) {
    checkRepetitions(columns2, report);
    checkMeasure(["measure"], measure3, report);
    if (columns2.includes(column)) {
      report(
        ["column"],
        `"${column}" is one of those that make the groups: choose another column, or leave it out there`
      );
    }
    for (const { value, index } of repeated(values2.map((one) => one.value))) {
      report(
        ["values", index, "value"],
        `${JSON.stringify(value)} occurs twice: remove one`
      );
    }
    for (const { value, index } of repeated([
      ...columns2,
      ...values2.map(({ as }) => as)
    ])) {
      if (index >= columns2.length) {
        report(
          ["values", index - columns2.length, "as"],
          `makes a second column named "${value}": give each its own name`
        );
      }
    }
  },
  measures: ({ measure: measure3 }) => [{ measure: measure3, path: ["measure"] }],
  columns({ columns: columns2, column, values: values2, measure: measure3 }, { rows, report }) {
    expectColumns("columns", columns2, rows, report);
    if (expectColumn(["column"], column, rows, report)) {
      values2.forEach(({ value }, index) => {
        const problem = valueProblem(value, rows?.get(column));
        if (problem) {
          report(["values", index, "value"], problem);
        }
      });
    }
    expectMeasure(["measure"], measure3, rows, report);
    const type3 = measureType(measure3, rows);
    return new Map([
      ...columns2.map((name) => [name, rows?.get(name)]),
      ...values2.map(({ as }) => [as, type3])
    ]);
  },
  words: ({ columns: columns2, column, values: values2, measure: measure3 }) => `Compute ${measure3.function}(${measure3.column ?? "*"}) for each ${columns2.join(
    ", "
  )} in columns ${values2.map(({ value, as }) => `${as} (${column} = ${JSON.stringify(value)})`).join(", ")}`
});

// packages/pipeline/src/transforms/rename.ts
import { z as z16 } from "zod";
var rename = transformKind({
  title: "Rename columns",
  engines: ENGINES,
  fields: z16.strictObject({
    kind: z16.literal("rename"),
    columns: z16.array(
      z16.strictObject({
        column: columnField("A column of the rows so far.", {
          title: "Column",
          examples: ["net price"]
        }),
        as: resultColumnField("The name that it gets.", {
          title: "New name",
          examples: ["price"]
        })
      }).describe("One column and its new name.")
    ).min(1, "is empty: add a column, or remove the step").max(1600).meta({
      title: "Columns to rename",
      description: "All others keep their names."
    })
  }).describe("Gives columns other names; they keep their places."),
  check({ columns: columns2 }, report) {
    for (const { value, index } of repeated(
      columns2.map(({ column }) => column)
    )) {
      report(
        ["columns", index, "column"],
        `"${value}" is renamed twice: remove one`
      );
    }
  },
  columns({ columns: columns2 }, { rows, report }) {
    columns2.forEach(
      ({ column }, index) => expectColumn(["columns", index, "column"], column, rows, report)
    );
    const names = new Map(columns2.map(({ column, as }) => [column, as]));
    const renamed = rows ? [...rows].map(
      ([name, type3]) => [names.get(name) ?? name, type3]
    ) : void 0;
    for (const { value } of repeated(renamed?.map(([name]) => name) ?? [])) {
      report(
        [
          "columns",
          Math.max(
            0,
            columns2.findIndex(({ as }) => as === value)
          ),
          "as"
        ],
        `makes a second column named "${value}": choose another name`
      );
    }
    return renamed && new Map(renamed);
  },
  words: ({ columns: columns2 }) => `Rename ${columns2.map(({ column, as }) => `${column} to ${as}`).join(", ")}`
});

// packages/pipeline/src/transforms/sample.ts
import { z as z17 } from "zod";
var sample = transformKind({
  title: "Take a sample",
  engines: ["spark"],
  fields: z17.strictObject({
    kind: z17.literal("sample"),
    fraction: z17.number("must be a number, for example 0.1").gt(0, "must be more than 0").lt(1, "must be less than 1, which are all rows: remove the step").meta({
      title: "Fraction",
      description: "About how much of the rows stays: 0.1 is a tenth.",
      examples: ["0.1"]
    }),
    seed: z17.int("must be a whole number").min(0, "must not be negative").max(2147483647, "must be at most 2147483647").default(0).meta({
      title: "Seed",
      description: "Another number takes another sample."
    })
  }).describe(
    "Keeps a part of the rows by the hash of all their columns: the same rows at each run."
  ),
  columns: (_, { rows }) => rows,
  words: ({ fraction, seed }) => `Keep about ${Number((fraction * 100).toPrecision(6))} % of the rows${seed === 0 ? "" : `, by seed ${seed}`}`
});

// packages/pipeline/src/transforms/script.ts
import { z as z18 } from "zod";
var { type: type2, precision: precision2, scale: scale2 } = sourceColumn.shape;
var declared = z18.strictObject({
  name: resultColumnField("A column that the function makes.", {
    title: "Name of the column",
    examples: ["revenue"]
  }),
  type: type2.meta({ title: "Type", description: "What its values are." }),
  precision: precision2.meta({ title: "Digits" }),
  scale: scale2.meta({ title: "Decimals" })
}).describe("One column of the rows after the step.");
var script = transformKind({
  title: "Call a function of your own",
  engines: ["spark"],
  fields: z18.strictObject({
    kind: z18.literal("script"),
    function: text(
      "The PySpark function of jobs/scripts/<function>.py that is given the rows so far and gives the rows after the step.",
      functionRules,
      {
        title: "Function",
        pattern: FUNCTION_PATTERN,
        errorMessage: "Use at most 63 lower-case letters, digits and underscores, beginning with a letter.",
        examples: ["clean_orders"]
      }
    ),
    sources: z18.array(sourceField("A source.")).max(7, "names more than 7 sources").default([]).meta({
      title: "Sources to read",
      description: "The function is given their rows too, in this order after the rows so far."
    }),
    columns: z18.array(declared).min(1, "is empty: say which columns the function makes").max(1600).meta({
      title: "Columns of the result",
      description: "The columns that the function makes, with their types. Steps after it know no others."
    })
  }).describe("Calls a PySpark function of the repository."),
  check({ columns: columns2 }, report) {
    for (const { value, index } of repeated(columns2.map(({ name }) => name))) {
      report(
        ["columns", index, "name"],
        `makes a second column named "${value}": give each its own name`
      );
    }
    columns2.forEach(
      (column, index) => checkSourceColumn(
        { nullable: true, ...column },
        (path, message) => report(["columns", index, ...path], message)
      )
    );
  },
  sources: ({ sources }) => sources.map((source2, index) => ({ source: source2, path: ["sources", index] })),
  columns: ({ columns: columns2 }) => new Map(columns2.map((column) => [column.name, declaredType(column)])),
  words: (step2) => `Call ${step2.function} of jobs/scripts/${step2.function}.py${step2.sources.length > 0 ? ` with ${step2.sources.join(", ")}` : ""}, which gives ${step2.columns.map((column) => `${column.name} ${declaredType(column)}`).join(", ")}`
});

// packages/pipeline/src/transforms/select.ts
import { z as z19 } from "zod";
var select = transformKind({
  title: "Select columns",
  engines: ENGINES,
  fields: z19.strictObject({
    kind: z19.literal("select"),
    columns: columnsField(
      "Columns to keep",
      "The columns that stay, in order.",
      1600,
      "names more than 1600 columns, the most that a table of Redshift has"
    )
  }).describe("Keeps the columns, in the given order."),
  check: ({ columns: columns2 }, report) => checkRepetitions(columns2, report),
  columns({ columns: columns2 }, { rows, report }) {
    expectColumns("columns", columns2, rows, report);
    return new Map(columns2.map((name) => [name, rows?.get(name)]));
  },
  words: ({ columns: columns2 }) => `Keep the columns ${columns2.join(", ")}`
});

// packages/pipeline/src/transforms/union.ts
import { z as z20 } from "zod";
function expectSameNames(columns2, where, others, whose, report) {
  const missing = [...others.keys()].filter((name) => !columns2.has(name));
  if (missing.length > 0) {
    report(
      ["source"],
      `${where} have no column ${missing.map((name) => `"${name}"`).join(
        ", "
      )}, and ${whose} do: leave out or make columns by steps before it, or list others in sources`
    );
  }
  return missing.length === 0;
}
var union = transformKind({
  title: "Add the rows of a source",
  engines: ENGINES,
  fields: z20.strictObject({
    kind: z20.literal("union"),
    source: sourceField(
      "The source whose rows are added, by its name. It has the same columns with the same types, in any order.",
      { title: "Source to add", examples: ["orders_of_last_year"] }
    )
  }).describe(
    "Puts the rows of one source below the rows so far, column by column of the same name."
  ),
  sources: ({ source: source2 }) => [{ source: source2, path: ["source"] }],
  columns(step2, { rows, source: source2, report }) {
    const other = source2(step2.source);
    if (!rows || !other) {
      return rows;
    }
    const whose = `the rows of ${step2.source}`;
    const same = [
      expectSameNames(rows, ROWS_SO_FAR, other, whose, report),
      expectSameNames(other, whose, rows, ROWS_SO_FAR, report)
    ];
    if (same.every(Boolean)) {
      for (const [name, type3] of rows) {
        const added = other.get(name);
        if (type3 && added && !sameType(type3, added)) {
          report(
            ["source"],
            `"${name}" is a ${added} in ${step2.source} and a ${type3} in ${ROWS_SO_FAR}: give both one type in sources, or by a step cast before it`
          );
        }
      }
    }
    return new Map(
      [...rows].map(([name, type3]) => [name, type3 ?? other.get(name)])
    );
  },
  words: ({ source: source2 }) => `Add the rows of ${source2}`
});

// packages/pipeline/src/transforms/window.ts
import { z as z21 } from "zod";
var NUMBERS2 = ["row_number", "rank", "dense_rank"];
var NEIGHBOURS = ["lag", "lead"];
var among = (names, name) => names.includes(name);
var measure2 = z21.strictObject({
  function: z21.enum([...NUMBERS2, ...NEIGHBOURS, ...MEASURES]).meta({
    title: "Function",
    description: "lag and lead give the value of an earlier or later row. With an order the others are of the rows up to this one and those equal to it, without one of all rows of the group. count without a column counts rows.",
    enumNames: [
      "number of the row",
      "rank, with gaps",
      "rank, without gaps",
      "value of an earlier row",
      "value of a later row",
      ...MEASURE_NAMES
    ]
  }),
  column: columnField("The column that it is computed of.", {
    title: "Column",
    examples: ["amount"]
  }).optional(),
  offset: z21.int("must be a whole number").min(1, "must be at least 1").max(1e4, "must be at most 10000").optional().meta({
    title: "How many rows away",
    description: "Of lag and lead; by default 1."
  }),
  as: resultColumnField("The name of the new column.", {
    title: "Name of the new column",
    examples: ["running_total"]
  })
}).describe("One column computed of several rows.");
var measureWords = ({
  function: name,
  column,
  offset,
  as
}) => {
  const parts = [column, offset].filter((part) => part !== void 0);
  const none = name === "count" ? "*" : "";
  return `${as} = ${name}(${parts.join(", ") || none})`;
};
var window = transformKind({
  title: "Compute over rows",
  engines: ENGINES,
  fields: z21.strictObject({
    kind: z21.literal("window"),
    partitionBy: z21.array(columnField("A column.")).max(16, "names more than 16 columns: leave some out").default([]).meta({
      title: "Groups",
      description: "Rows that are equal in these columns are computed together. Without any, one worker computes all rows."
    }),
    orderBy: orderField(
      "Order",
      "The order of the rows of a group. Rows that it leaves equal are numbered, and follow each other, by all columns from left to right."
    ),
    measures: z21.array(measure2).min(1, "needs at least one measure: add one").max(64).meta({
      title: "New columns",
      description: "What is computed for each row."
    })
  }).describe(
    "Computes columns of each row by the other rows of its group. All rows stay."
  ),
  check({ partitionBy, orderBy, measures }, report) {
    for (const { value, index } of repeated(partitionBy)) {
      report(["partitionBy", index], `"${value}" occurs twice: remove one`);
    }
    checkOrder(orderBy, report);
    const unordered = measures.find(
      ({ function: name }) => among([...NUMBERS2, ...NEIGHBOURS], name)
    );
    if (unordered && orderBy.length === 0) {
      report(
        ["orderBy"],
        `is missing: ${unordered.function} needs the order of the rows`
      );
    }
    measures.forEach((one, index) => {
      const path = ["measures", index];
      if (!among(NUMBERS2, one.function)) {
        checkMeasure(path, one, report);
      } else if (one.column !== void 0) {
        report(
          [...path, "column"],
          `is not for ${one.function}, which is computed of the order: remove it`
        );
      }
      if (one.offset !== void 0 && !among(NEIGHBOURS, one.function)) {
        report(
          [...path, "offset"],
          `is only for lag and lead, and the function is ${one.function}: remove it`
        );
      }
    });
    for (const { value, index } of repeated(measures.map(({ as }) => as))) {
      report(
        ["measures", index, "as"],
        `makes a second column named "${value}": give each its own name`
      );
    }
  },
  measures: ({ measures }) => measures.map((one, index) => ({
    measure: one,
    path: ["measures", index]
  })),
  columns({ partitionBy, orderBy, measures }, { rows, report }) {
    expectColumns("partitionBy", partitionBy, rows, report);
    expectOrder(orderBy, rows, report);
    measures.forEach((one, index) => {
      const path = ["measures", index];
      if (among(NEIGHBOURS, one.function) && one.column !== void 0) {
        expectColumn([...path, "column"], one.column, rows, report);
      } else {
        expectMeasure(path, one, rows, report);
      }
      if (rows?.has(one.as)) {
        report(
          [...path, "as"],
          `there is a column "${one.as}" already: choose another name`
        );
      }
    });
    return rows && new Map([
      ...rows,
      ...measures.map(
        (one) => [
          one.as,
          among(NUMBERS2, one.function) ? "int" : measureType(one, rows)
        ]
      )
    ]);
  },
  words: ({ partitionBy, orderBy, measures }) => `Compute ${measures.map(measureWords).join(", ")} over the rows${partitionBy.length > 0 ? ` of each ${partitionBy.join(", ")}` : ""}${orderBy.length > 0 ? `, ordered by ${orderWords(orderBy)}` : ""}`
});

// packages/pipeline/src/transforms/kinds.ts
var KINDS = {
  aggregate,
  cast,
  deduplicate,
  derive,
  dropIncomplete,
  fill,
  filter,
  join,
  mask,
  pivot,
  rename,
  sample,
  script,
  select,
  union,
  window
};

// packages/pipeline/src/transforms/steps.ts
var KIND_NAMES = Object.keys(KINDS);
var step = z22.discriminatedUnion(
  "kind",
  KIND_NAMES.map((name) => KINDS[name].fields)
);
var kindOf = ({ kind }) => KINDS[kind];
var within2 = (index, report) => (path, message) => report(["transform", index, ...path], message);
function checkSteps(steps, report) {
  steps.forEach(
    (one, index) => kindOf(one).check?.(one, within2(index, report))
  );
}
var sourcesOfSteps = (steps) => steps.flatMap(
  (one, index) => (kindOf(one).sources?.(one) ?? []).map(({ source: source2, path }) => ({
    source: source2,
    path: ["transform", index, ...path]
  }))
);
function columnsAfterSteps(steps, rows, source2, report) {
  return steps.reduce(
    (columns2, one, index) => kindOf(one).columns(one, {
      rows: columns2,
      source: source2,
      report: within2(index, report)
    }),
    rows
  );
}
function stepsOnRows(steps, rows, source2) {
  let before = rows;
  return steps.map((one) => {
    const kind = kindOf(one);
    const found = {
      step: one,
      engines: kind.engines,
      rows: before,
      expressions: kind.expressions?.(one) ?? [],
      measures: kind.measures?.(one) ?? []
    };
    before = kind.columns(one, { rows: before, source: source2, report: () => {
    } });
    return found;
  });
}

// packages/pipeline/src/columns/resultColumns.ts
function sourceColumns(sources) {
  const byName = new Map(
    sources.map(({ name, columns: columns2 }) => [
      name,
      columns2 && new Map(
        columns2.map((column) => [column.name, declaredType(column)])
      )
    ])
  );
  return (name) => byName.get(name);
}
function resultColumns({ sources, transform }, report) {
  const source2 = sourceColumns(sources);
  return columnsAfterSteps(transform, source2(sources[0].name), source2, report);
}

// packages/pipeline/src/quality/rules.ts
import { z as z30 } from "zod";

// packages/pipeline/src/quality/completeness.ts
import { z as z24 } from "zod";

// packages/pipeline/src/quality/expect.ts
function expectResultColumn(path, name, { rows, report }, types) {
  if (!expectColumn(path, name, rows, report, RESULTING_ROWS)) {
    return false;
  }
  const type3 = plainType(rows.get(name));
  if (!types || type3 === void 0 || types.of.includes(type3)) {
    return true;
  }
  report(path, `"${name}" is ${type3}: name ${types.words}`);
  return false;
}

// packages/pipeline/src/quality/QualityKind.ts
import { z as z23 } from "zod";
var qualityKind = (kind) => kind;
var OTHERWISE = {
  stop: "nothing is loaded",
  quarantine: "such rows are set aside",
  warn: "it is told, and the rows are loaded"
};
var onFailure = (choices) => z23.enum(choices).default("stop").meta({
  title: "Otherwise",
  description: "stop: nothing is loaded, and the table keeps its rows. warn: it is told only.".concat(
    choices.includes("quarantine") ? " quarantine: the rows that do not meet the rule go to quarantine/<table>/ of the data bucket, and the others are loaded." : ""
  ),
  enumNames: choices.map((choice) => OTHERWISE[choice])
});
var ofTheWhole = onFailure(["stop", "warn"]);
var ofEachRow = onFailure(["stop", "quarantine", "warn"]);
var ruleFields = (kind, own, otherwise) => z23.strictObject({
  kind: z23.literal(kind),
  ...own,
  name: text("What people call the rule.", ruleNameRules, {
    title: "Name",
    minLength: 1,
    maxLength: 64,
    errorMessage: "Write at most 64 characters on one line.",
    examples: ["enough rows"]
  }).optional(),
  onFailure: otherwise
});

// packages/pipeline/src/quality/completeness.ts
var completeness = qualityKind({
  title: "No missing values",
  fields: ruleFields(
    "completeness",
    {
      column: columnField("A column of the result.", {
        title: "Column",
        examples: ["iso_code"]
      }),
      atLeast: z24.number("must be a number").gt(0, "must be more than 0").max(1, "must be at most 1: 0.95 is 95 percent").default(1).meta({
        title: "Share of rows with a value, at least",
        description: "1 is all of them, 0.95 is 95 percent."
      })
    },
    ofEachRow
  ).describe("So many rows have a value in a column."),
  check({ atLeast, onFailure: onFailure2 }, report) {
    if (onFailure2 === "quarantine" && atLeast < 1) {
      report(
        ["onFailure"],
        "is quarantine, and atLeast judges all rows together: leave out atLeast, or choose stop or warn"
      );
    }
  },
  columns: ({ column }, context) => expectResultColumn(["column"], column, context),
  words: ({ column, atLeast }) => atLeast === 1 ? `${column} has a value in every row` : `${column} has a value in at least ${Number((atLeast * 100).toFixed(6))} % of the rows`,
  dqdl: ({ column, atLeast }, stored) => atLeast === 1 ? `IsComplete "${stored(column).name}"` : `Completeness "${stored(column).name}" >= ${atLeast.toFixed(9).replace(/0+$/, "")}`
});

// packages/pipeline/src/quality/freshness.ts
import { z as z25 } from "zod";
var TIMES = {
  of: ["date", "timestamp"],
  words: "a date or a timestamp"
};
var HOURS = { hours: 1, days: 24 };
var freshness = qualityKind({
  title: "Fresh rows",
  fields: ruleFields(
    "freshness",
    {
      column: columnField("A date or a timestamp of the result.", {
        title: "Column",
        examples: ["date"]
      }),
      atMost: z25.int("must be a whole number").min(1, "must be at least 1").max(1e5, "must be at most 100000").meta({
        title: "At most so old",
        description: "How old the newest value may be when the run computes."
      }),
      unit: z25.enum(["hours", "days"]).default("hours").meta({ title: "Unit", description: "The unit of atMost." })
    },
    ofTheWhole
  ).describe("The newest value of a column is not too old."),
  columns: ({ column }, context) => expectResultColumn(["column"], column, context, TIMES),
  words: ({ column, atMost: atMost2, unit }) => `The newest ${column} is at most ${atMost2} ${unit} old`,
  // DataFreshness of DQDL judges every value, not the newest.
  dqdl: ({ column, atMost: atMost2, unit }, stored) => `CustomSql "select (unix_timestamp() - unix_timestamp(max(${stored(column).name}))) / 3600 from primary" <= ${atMost2 * HOURS[unit]}`
});

// packages/pipeline/src/quality/dqdl.ts
var PLAIN = /^[^"\\$\n\r]*$/;
var quoted2 = (text2) => PLAIN.test(text2) ? `"${text2}"` : void 0;
var numeral = (text2) => /^-?\d+(\.\d+)?$/.test(text2) ? text2 : void 0;
var all = (rules) => rules.length === 1 ? rules[0] : rules.map((rule2) => `(${rule2})`).join(" and ");
var columnValues = (column, condition) => `ColumnValues "${column}" ${condition} where "${column} is not null"`;
function violations(condition) {
  const select2 = quoted2(`select count(*) from primary where ${condition}`);
  return select2 && `CustomSql ${select2} = 0`;
}

// packages/pipeline/src/quality/pattern.ts
var TEXTS = { of: ["string"], words: "a text" };
var pattern = qualityKind({
  title: "Texts of a pattern",
  fields: ruleFields(
    "pattern",
    {
      column: columnField("A column of the result.", {
        title: "Column",
        examples: ["iso_code"]
      }),
      regex: text(
        "A regular expression of Java that matches the whole text, for example [A-Z]{3}.",
        regexRules,
        {
          title: "Regular expression",
          minLength: 1,
          maxLength: 256,
          errorMessage: "Write a regular expression of at most 256 characters.",
          examples: ["[A-Z]{3}"]
        }
      )
    },
    ofEachRow
  ).describe("The texts of a column match a pattern; missing ones do."),
  columns: ({ column }, context) => expectResultColumn(["column"], column, context, TEXTS),
  words: ({ column, regex }) => `${column} matches ${regex}`,
  dqdl({ column, regex }, stored) {
    const written = quoted2(regex);
    return written && columnValues(stored(column).name, `matches ${written}`);
  }
});

// packages/pipeline/src/quality/bounds.ts
import { z as z26 } from "zod";
var rowsField = (title, description) => z26.int("must be a whole number").min(0, "must not be negative").max(Number.MAX_SAFE_INTEGER).optional().meta({ title, description });
function boundsProblem({ min, max }) {
  return min === void 0 && max === void 0 ? "has neither min nor max: add one of them" : void 0;
}
function boundsWords({ min, max }) {
  if (min === void 0) {
    return `at most ${max}`;
  }
  return max === void 0 ? `at least ${min}` : `${min} to ${max}`;
}

// packages/pipeline/src/quality/range.ts
var ORDERED = {
  of: ["int", "bigint", "double", "decimal", "date", "timestamp"],
  words: "a number, a date or a timestamp"
};
var bound = (title, description) => valueField(
  `${description} A text of the type of the column: 0, 2024-01-31, 2024-01-31T12:00:00Z.`,
  { title, examples: ["0"] }
).optional();
var isGreater = (min, max, type3) => isNumber(type3) ? Number(min) > Number(max) : type3 === "date" && min > max;
var DAY2 = /^\d{4}-\d{2}-\d{2}$/;
var dqdlOf = (text2) => DAY2.test(text2) ? `"${text2}"` : numeral(text2);
var range = qualityKind({
  title: "Values within bounds",
  fields: ruleFields(
    "range",
    {
      column: columnField("A column of the result.", {
        title: "Column",
        examples: ["new_cases"]
      }),
      min: bound("At least", "The least value."),
      max: bound("At most", "The greatest value.")
    },
    ofEachRow
  ).describe("The values of a column lie within bounds; missing ones do."),
  check(rule2, report) {
    const problem = boundsProblem(rule2);
    if (problem) {
      report([], problem);
    }
  },
  columns({ column, min, max }, context) {
    const { rows, report } = context;
    if (!expectResultColumn(["column"], column, context, ORDERED)) {
      return;
    }
    const type3 = rows.get(column);
    const problems = Object.entries({ min, max }).flatMap(([field, value]) => {
      const problem = value === void 0 ? void 0 : valueProblem(value, type3);
      return problem ? [{ field, problem }] : [];
    });
    problems.forEach(({ field, problem }) => report([field], problem));
    if (problems.length === 0 && min !== void 0 && max !== void 0 && isGreater(min, max, type3)) {
      report(["max"], `is less than min, ${min}: exchange them`);
    }
  },
  words: (rule2) => `${rule2.column} is ${boundsWords(rule2)}`,
  dqdl({ column, min, max }, stored) {
    const conditions = [
      [">=", min],
      ["<=", max]
    ].flatMap(
      ([operator, value]) => value === void 0 ? [] : [{ operator, value: dqdlOf(value) }]
    );
    return conditions.some(({ value }) => value === void 0) ? void 0 : all(
      conditions.map(
        ({ operator, value }) => columnValues(stored(column).name, `${operator} ${value}`)
      )
    );
  }
});

// packages/pipeline/src/quality/referential.ts
var referential = qualityKind({
  title: "Values that occur in a source",
  fields: ruleFields(
    "referential",
    {
      column: columnField("A column of the result.", {
        title: "Column",
        examples: ["country_id"]
      }),
      source: sourceField("The source in which they occur, by its name.", {
        title: "Source",
        examples: ["countries"]
      }),
      sourceColumn: columnField("The column of the source.", {
        title: "Column of the source",
        examples: ["id"]
      })
    },
    ofEachRow
  ).describe("The values of a column occur in a source; missing ones do."),
  source: ({ source: source2 }) => source2,
  columns({ column, source: source2, sourceColumn: sourceColumn2 }, context) {
    const other = context.source(source2);
    const known = expectResultColumn(["column"], column, context) && expectColumn(
      ["sourceColumn"],
      sourceColumn2,
      other,
      context.report,
      `the rows of ${source2}`
    );
    const types = [context.rows.get(column), other?.get(sourceColumn2)];
    if (known && !comparable(...types)) {
      context.report(
        ["sourceColumn"],
        `compares "${column}", a ${types[0]}, with "${sourceColumn2}", a ${types[1]}: give both columns one type`
      );
    }
  },
  words: ({ column, source: source2, sourceColumn: sourceColumn2 }) => `${column} occurs in ${sourceColumn2} of ${source2}`
});

// packages/pipeline/src/quality/rowCount.ts
var rowCount = qualityKind({
  title: "Number of rows",
  fields: ruleFields(
    "rowCount",
    {
      min: rowsField("At least", "The fewest rows that the result may have."),
      max: rowsField("At most", "The most rows that the result may have.")
    },
    ofTheWhole
  ).describe("The result has so many rows."),
  check(rule2, report) {
    const problem = boundsProblem(rule2);
    if (problem) {
      report([], problem);
    } else if ((rule2.min ?? 0) > (rule2.max ?? Infinity)) {
      report(["max"], `is less than min, ${rule2.min}: exchange them`);
    }
  },
  words: (rule2) => `The result has ${boundsWords(rule2)} rows`,
  dqdl: ({ min, max }) => all([
    ...min === void 0 ? [] : [`RowCount >= ${min}`],
    ...max === void 0 ? [] : [`RowCount <= ${max}`]
  ])
});

// packages/pipeline/src/quality/rowCountChange.ts
import { z as z27 } from "zod";
var rowCountChange = qualityKind({
  title: "Change of the number of rows",
  fields: ruleFields(
    "rowCountChange",
    {
      percent: z27.number("must be a number").gt(0, "must be more than 0: use rowCount for an exact number").max(1e6).meta({
        title: "Percent, at most",
        description: "How many percent more or fewer rows there may be."
      }),
      last: z27.int("must be a whole number").min(1, "must be at least 1").max(30, "must be at most 30").default(7).meta({
        title: "Results to compare with",
        description: "The mean of so many results before this one that were not stopped. Without any, nothing is judged."
      })
    },
    ofTheWhole
  ).describe("The result has nearly as many rows as those before it."),
  words: ({ percent, last }) => `The number of rows is within ${percent} % of the mean of the last ${last} result${last === 1 ? "" : "s"}`
});

// packages/pipeline/src/quality/sql.ts
var sql = qualityKind({
  title: "A condition",
  fields: ruleFields(
    "sql",
    {
      condition: expressionField(
        "A Spark SQL condition that is true for every row, for example new_cases >= 0 OR corrected.",
        { title: "Condition", examples: ["new_cases >= 0 OR corrected"] }
      )
    },
    ofEachRow
  ).describe("A condition is true for every row."),
  columns: ({ condition }, { rows, report }) => expectCondition(["condition"], condition, rows, report, RESULTING_ROWS),
  words: ({ condition }) => condition,
  dqdl({ condition }, stored) {
    const { columns: columns2 } = parseExpression(condition);
    return columns2.every(
      (column) => stored(column.toLowerCase()).name === column.toLowerCase()
    ) ? violations(`not coalesce((${condition}), false)`) : void 0;
  }
});

// packages/pipeline/src/quality/unique.ts
import { z as z28 } from "zod";
var unique = qualityKind({
  title: "No repeated rows",
  fields: ruleFields(
    "unique",
    {
      columns: z28.array(columnField("A column.")).min(1, "is empty: name what tells rows apart").max(16, "names more than 16 columns: leave some out").meta({
        title: "Columns",
        description: "No two rows have the same values in all of them. Rows that lack one of them are not judged."
      })
    },
    ofTheWhole
  ).describe("No two rows have the same values in some columns."),
  check({ columns: columns2 }, report) {
    for (const { value, index } of repeated(columns2)) {
      report(["columns", index], `"${value}" occurs twice: remove one`);
    }
  },
  columns: ({ columns: columns2 }, context) => columns2.forEach(
    (column, index) => expectResultColumn(["columns", index], column, context)
  ),
  words: ({ columns: columns2 }) => `No two rows have the same ${columns2.join(", ")}`,
  dqdl({ columns: columns2 }, stored) {
    const names = columns2.map((column) => stored(column).name);
    if (names.length === 1) {
      return `IsUnique "${names[0]}"`;
    }
    const present = names.map((column) => `${column} is not null`).join(" and ");
    const list = names.join(", ");
    return `CustomSql "select count(*) from (select ${list} from primary where ${present} group by ${list} having count(*) > 1)" = 0`;
  }
});

// packages/pipeline/src/quality/values.ts
import { z as z29 } from "zod";
function dqdlOf2(value, type3) {
  if (isNumber(type3)) {
    return numeral(value);
  }
  return type3 === "string" || type3 === "date" ? quoted2(value) : void 0;
}
var values = qualityKind({
  title: "Values of a list",
  fields: ruleFields(
    "values",
    {
      column: columnField("A column of the result.", {
        title: "Column",
        examples: ["iso_code"]
      }),
      values: z29.array(
        valueField(
          "A text of the type of the column, as a file would have it.",
          { title: "Value", examples: ["USA"] }
        )
      ).min(1, "is empty: name the values that there may be").max(256, "has more than 256 values: use referential with a source").meta({
        title: "Values",
        description: "The values that there may be."
      })
    },
    ofEachRow
  ).describe("The values of a column are some of a list; missing ones are."),
  check(rule2, report) {
    for (const { value, index } of repeated(rule2.values)) {
      report(
        ["values", index],
        `${JSON.stringify(value)} occurs twice: remove one`
      );
    }
  },
  columns(rule2, context) {
    if (expectResultColumn(["column"], rule2.column, context)) {
      const type3 = context.rows.get(rule2.column);
      rule2.values.forEach((value, index) => {
        const problem = valueProblem(value, type3);
        if (problem) {
          context.report(["values", index], problem);
        }
      });
    }
  },
  words: (rule2) => `${rule2.column} is one of ${rule2.values.map((value) => JSON.stringify(value)).join(", ")}`,
  dqdl(rule2, stored) {
    const { name, type: type3 } = stored(rule2.column);
    const written = rule2.values.map((value) => dqdlOf2(value, type3));
    return written.includes(void 0) ? void 0 : columnValues(name, `in [${written.join(", ")}]`);
  }
});

// packages/pipeline/src/quality/kinds.ts
var KINDS2 = {
  completeness,
  freshness,
  pattern,
  range,
  referential,
  rowCount,
  rowCountChange,
  sql,
  unique,
  values
};

// packages/pipeline/src/quality/rules.ts
var RULE_KIND_NAMES = Object.keys(KINDS2);
var rule = z30.discriminatedUnion(
  "kind",
  RULE_KIND_NAMES.map((name) => KINDS2[name].fields)
);
var qualityField = z30.array(rule).max(32, "has more than 32 rules: leave some out").default([]).describe(
  "What the result must meet before it is loaded. Each rule says what happens otherwise."
);
var kindOf2 = ({ kind }) => KINDS2[kind];
var within3 = (index, report) => (path, message) => report(["quality", index, ...path], message);
var LONGEST_RULESET = 65536;
function checkQuality(rules, report) {
  rules.forEach(
    (one, index) => kindOf2(one).check?.(one, within3(index, report))
  );
  for (const { value, index } of repeated(
    rules.map(({ name }, at) => name ?? `
${at}`)
  )) {
    report(
      ["quality", index, "name"],
      `"${value}" is used by two rules: give each its own name`
    );
  }
}
function sourcesOfQuality(rules) {
  return rules.flatMap((one, index) => {
    const source2 = kindOf2(one).source?.(one);
    return source2 === void 0 ? [] : [{ source: source2, index }];
  });
}
function checkQualityColumns(rules, rows, source2, report) {
  rules.forEach(
    (one, index) => kindOf2(one).columns?.(one, { rows, source: source2, report: within3(index, report) })
  );
  const length = rulesetOf(rules, rows).ruleset?.length ?? 0;
  if (length > LONGEST_RULESET) {
    report(
      ["quality"],
      `makes a ruleset of ${length} characters, and Glue takes ${LONGEST_RULESET}: leave out some rules or values`
    );
  }
}
var qualityWords = (rules) => rules.map(
  (one) => `${one.name ? `${one.name}: ` : ""}${kindOf2(one).words(one)}; otherwise ${OTHERWISE[one.onFailure]}`
);
function rulesetOf(rules, columns2) {
  const names = [...columns2.keys()];
  const stored = redshiftNames(names);
  const said = rules.map(
    (one) => kindOf2(one).dqdl?.(one, (name) => ({
      name: stored[names.indexOf(name)] ?? name,
      type: columns2.get(name)
    }))
  );
  const lines = said.filter((line2) => line2 !== void 0);
  return {
    ruleset: lines.length > 0 ? `Rules = [
  ${lines.join(",\n  ")}
]` : void 0,
    unsaid: said.flatMap((line2, index) => line2 === void 0 ? [index] : [])
  };
}
var dataQualityRuleset = (pipeline) => rulesetOf(pipeline.quality, resultColumns(pipeline, () => {
}) ?? /* @__PURE__ */ new Map());

// packages/pipeline/src/warehouseOf.ts
function warehouseOf({
  name,
  warehouse: { shared, existing: existing2 }
}) {
  return existing2?.cluster ? { kind: "cluster", name: existing2.cluster } : { kind: "workgroup", name: shared ?? existing2?.workgroup ?? name };
}

// packages/pipeline/src/contract/dataContract.ts
var LOGICAL = {
  boolean: "boolean",
  int: "integer",
  bigint: "integer",
  double: "number",
  decimal: "number",
  string: "string",
  date: "date",
  // The standard has no type of its own for moments.
  timestamp: "date"
};
var PHYSICAL = {
  boolean: "BOOLEAN",
  int: "INTEGER",
  bigint: "BIGINT",
  double: "DOUBLE PRECISION",
  decimal: "DECIMAL",
  string: "VARCHAR(65535)",
  date: "DATE",
  timestamp: "TIMESTAMP"
};
function physicalType(type3) {
  const plain = plainType(type3);
  if (plain !== "decimal") {
    return PHYSICAL[plain];
  }
  const digits2 = digitsOf(type3);
  return digits2 && `DECIMAL(${digits2.precision},${digits2.scale})`;
}
function typesOf(type3) {
  if (type3 === void 0) {
    return {};
  }
  const physical = physicalType(type3);
  return {
    logicalType: LOGICAL[plainType(type3)],
    ...physical && { physicalType: physical }
  };
}
var VERSION_COLUMNS = [
  { name: "valid_from", ...typesOf("timestamp"), required: true },
  { name: "valid_to", ...typesOf("timestamp"), required: false },
  { name: "is_current", ...typesOf("boolean"), required: true }
];
function properties(pipeline) {
  const columns2 = resultColumns(pipeline, () => {
  }) ?? /* @__PURE__ */ new Map();
  const names = [...columns2.keys()];
  const stored = redshiftNames(names);
  const { mode, keys = [] } = pipeline.warehouse.load;
  const complete = pipeline.quality.flatMap(
    (rule2) => rule2.kind === "completeness" && rule2.onFailure !== "warn" && rule2.atLeast === 1 ? [rule2.column] : []
  );
  return [
    ...names.map((name, index) => {
      const position = keys.indexOf(name) + 1;
      return {
        name: stored[index],
        ...typesOf(columns2.get(name)),
        required: position > 0 || complete.includes(name),
        // A key of versions is there more than once.
        ...position > 0 && mode === "merge" && {
          primaryKey: true,
          primaryKeyPosition: position
        }
      };
    }),
    ...mode === "history" ? VERSION_COLUMNS : []
  ];
}
function promises({
  promises: { by, every, freshHours, longestMinutes } = {}
}) {
  return [
    ...by ? [
      {
        property: "timeOfAvailability",
        value: `${by.time} ${by.timezone}`,
        description: "By this time of each day a run has ended well"
      }
    ] : [],
    ...every ? [
      {
        property: "frequency",
        value: every.hours,
        unit: "h",
        description: "A run ends well at least once in so many hours"
      }
    ] : [],
    ...freshHours === void 0 ? [] : [
      {
        property: "latency",
        value: freshHours,
        unit: "h",
        description: "The table is never older than so many hours"
      }
    ],
    ...longestMinutes === void 0 ? [] : [
      {
        property: "duration",
        value: longestMinutes,
        unit: "m",
        description: "No run takes longer than so many minutes"
      }
    ]
  ];
}
function dataContract(pipeline) {
  const { name, description, owner, tags, quality } = pipeline;
  const { database, schema, table } = pipeline.warehouse;
  const warehouse2 = warehouseOf(pipeline);
  const rules = qualityWords(quality);
  const sla = promises(pipeline);
  return {
    apiVersion: "v3.0.2",
    kind: "DataContract",
    id: `${name}.${database}.${schema}.${table}`,
    name,
    version: "1.0.0",
    status: "active",
    description: { purpose: description },
    ...tags.length > 0 && { tags },
    team: [{ username: owner, role: "owner" }],
    servers: [
      {
        server: warehouse2.name,
        type: "redshift",
        database,
        schema,
        description: `The ${warehouse2.kind} ${warehouse2.name} of Amazon Redshift`
      }
    ],
    schema: [
      {
        name: table,
        physicalName: table,
        logicalType: "object",
        physicalType: "table",
        properties: properties(pipeline),
        ...rules.length > 0 && {
          quality: rules.map((rule2) => ({
            type: "text",
            description: rule2
          }))
        }
      }
    ],
    ...sla.length > 0 && { slaProperties: sla }
  };
}

// packages/pipeline/src/cost/costWords.ts
var dollars = (usd) => usd > 0 && usd < 0.01 ? "less than $0.01" : `$${usd.toFixed(2)}`;
function costWords({
  items,
  perRun,
  runsPerMonth: runsPerMonth2,
  runsReason,
  perMonth
}) {
  return [
    ...items.map(
      ({ what, amount, unit, usd, reason }) => `${what}: ${dollars(usd)}, ${amount.toFixed(3)} ${unit} (${reason})`
    ),
    `A run: about ${dollars(perRun)}`,
    `A month: about ${dollars(perMonth)}, with ${Math.round(runsPerMonth2 * 10) / 10} runs (${runsReason})`
  ];
}

// packages/pipeline/src/compute.ts
var WORKER_TYPES = {
  "G.1X": { dpus: 1, maxWorkers: 299 },
  "G.2X": { dpus: 2, maxWorkers: 149 },
  "G.4X": { dpus: 4, maxWorkers: 250 },
  "G.8X": { dpus: 8, maxWorkers: 125 },
  "G.12X": { dpus: 12, maxWorkers: 83 },
  "G.16X": { dpus: 16, maxWorkers: 62 },
  "R.1X": { dpus: 1, maxWorkers: 1e3 },
  "R.2X": { dpus: 2, maxWorkers: 500 },
  "R.4X": { dpus: 4, maxWorkers: 250 },
  "R.8X": { dpus: 8, maxWorkers: 125 }
};
var MIN_WORKERS = 2;

// packages/pipeline/src/holdsData.ts
function isHidden(key) {
  return key.split("/").some(
    (segment) => segment === "" || segment.startsWith(".") || segment.startsWith("_") && !segment.includes("=") || segment.endsWith("_$folder$")
  );
}

// packages/pipeline/src/copies.ts
var COMPRESSED = /\.(gz|bz2)$/i;
function whyUnreadable({ uri = "", format: format2, csv: csv2 }) {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  const encoding = csv2?.encoding ?? "UTF-8";
  if (format2 === "csv" && encoding !== "UTF-8") {
    return `it is written in ${encoding}, and Spark reads lines of UTF-8`;
  }
  if (name !== "" && isHidden(name)) {
    return `Spark takes a file named ${name} for a hidden one`;
  }
  const [ending] = COMPRESSED.exec(name) ?? [""];
  if (ending !== ending.toLowerCase()) {
    return `its name ends in ${ending}, by which Spark knows no compression`;
  }
  return void 0;
}
var whyCopied = (source2) => whyUnreadable(source2) ?? (source2.copy ? "pipeline.yaml says so" : void 0);

// packages/pipeline/src/fieldPath.ts
function fieldPath(path) {
  return path.reduce((field, key) => {
    if (typeof key === "number") {
      return `${field}[${key}]`;
    }
    return field ? `${field}.${String(key)}` : String(key);
  }, "");
}

// packages/pipeline/src/engines/sparkNeeds.ts
var FIXED_DIGITS = /^(?:yyyy|MM|dd|HH|mm|ss|'[^']*'|[^A-Za-z'[\]#{}])+$/;
function isFixed(format2) {
  const letters = format2.replace(/'[^']*'/g, "").match(/([A-Za-z])\1*/g) ?? [];
  return FIXED_DIGITS.test(format2) && ["yyyy", "MM", "dd"].every((part) => letters.includes(part)) && new Set(letters).size === letters.length;
}
function ofColumn({ type: type3, format: format2, zone: zone2 }, path) {
  const needs = [];
  if (type3 === "timestamp" && zone2 !== void 0 && zone2 !== "UTC") {
    needs.push({ path: [...path, "zone"], what: `times of ${zone2}` });
  }
  if ((type3 === "timestamp" || type3 === "date") && format2 !== void 0 && !isFixed(format2)) {
    needs.push({ path: [...path, "format"], what: `dates written ${format2}` });
  }
  return needs;
}
var OTHER_SOURCES = {
  table: "a table of the catalog",
  jdbc: "a database"
};
function ofSource(source2, index) {
  const { uri, format: format2, csv: csv2, json: json2, columns: columns2 = [] } = source2;
  const at = (...path) => ["sources", index, ...path];
  const needs = [];
  if (!["csv", "json", "parquet"].includes(format2)) {
    needs.push({
      path: at("format"),
      what: OTHER_SOURCES[format2] ?? `files of ${format2}`
    });
  }
  if (uri?.endsWith(".bz2")) {
    needs.push({ path: at("uri"), what: "files compressed by bzip2" });
  }
  if (source2.incremental === "watermark") {
    needs.push({ path: at("incremental"), what: "rows new by a watermark" });
  }
  if (source2.incremental === "partitions") {
    needs.push({ path: at("incremental"), what: "new partitions" });
  }
  if (csv2?.multiLine) {
    needs.push({
      path: at("csv", "multiLine"),
      what: "line breaks within values"
    });
  }
  if (csv2?.escape === "backslash") {
    needs.push({
      path: at("csv", "escape"),
      what: "backslashes before quotes"
    });
  }
  if (json2) {
    needs.push({ path: at("json"), what: "JSON that is one document" });
  }
  columns2.forEach(
    (column, position) => needs.push(...ofColumn(column, [...at("columns"), position]))
  );
  return needs;
}
var ofExpression = (expression, path) => {
  try {
    return parseExpression(expression).uses.filter((use) => !enginesOf(use).includes("duckdb")).map((use) => ({
      path,
      what: /^\w/.test(use) ? `the function or operator ${use}` : `the operator ${use}`
    }));
  } catch (error) {
    if (error instanceof ExpressionError) {
      return [];
    }
    throw error;
  }
};
function ofStep({ step: step2, engines, rows, expressions, measures }, index) {
  const at = (path) => ["transform", index, ...path];
  if (!engines.includes("duckdb")) {
    return [{ path: at(["kind"]), what: `the step ${step2.kind}` }];
  }
  return [
    ...expressions.flatMap(
      ({ expression, path }) => ofExpression(expression, at(path))
    ),
    ...measures.filter(
      ({ measure: { function: name, column } }) => (name === "sum" || name === "avg") && plainType(rows?.get(column ?? "")) === "double"
    ).map(({ measure: measure3, path }) => ({
      path: at(path),
      // Rounding hangs on the order in which an engine adds.
      what: `${measure3.function} of a double`
    })),
    ...step2.kind === "cast" ? step2.columns.flatMap(
      (column, position) => ofColumn(column, at(["columns", position]))
    ) : []
  ];
}
function ofResult({ output }, result) {
  const moments = [...result ?? []].filter(([, type3]) => type3 === "timestamp").map(([name]) => ({
    path: ["transform"],
    what: `a result with the timestamp ${name}`
  }));
  const doubles = output.partitionBy.map((name, index) => ({ name, path: ["output", "partitionBy", index] })).filter(({ name }) => result?.get(name) === "double").map(({ path }) => ({ path, what: "folders of a double" }));
  const sizes = output.fileSizeMb === void 0 ? [] : [{ path: ["output", "fileSizeMb"], what: "files of a size" }];
  return [...moments, ...doubles, ...sizes];
}
function sparkNeeds(pipeline) {
  const { sources, transform, quality } = pipeline;
  const source2 = sourceColumns(sources);
  return [
    ...sources.flatMap(ofSource),
    ...stepsOnRows(transform, source2(sources[0].name), source2).flatMap(ofStep),
    ...quality.length > 0 ? [{ path: ["quality"], what: "rules of quality" }] : [],
    ...ofResult(
      pipeline,
      resultColumns(pipeline, () => {
      })
    )
  ];
}

// packages/pipeline/src/engines/engineOf.ts
var asksForWorkers = ({ compute }) => compute.workers > MIN_WORKERS || compute.workerType !== "G.1X";
function engineOf(pipeline) {
  const { engine } = pipeline.compute;
  if (engine !== "auto") {
    return { engine, reason: `compute.engine is ${engine}` };
  }
  const [need] = sparkNeeds(pipeline);
  if (need) {
    return {
      engine: "spark",
      reason: `only Spark does what ${fieldPath(need.path)} says: ${need.what}`
    };
  }
  if (asksForWorkers(pipeline)) {
    return {
      engine: "spark",
      reason: `compute asks for ${pipeline.compute.workers} workers ${pipeline.compute.workerType}`
    };
  }
  return {
    engine: "duckdb",
    reason: `all of it means the same on DuckDB, which takes sources of up to ${MOST_MIB} MB; a run with larger ones goes to Spark`
  };
}
function checkEngine(pipeline, report) {
  if (pipeline.compute.engine !== "duckdb") {
    return;
  }
  for (const { path, what } of sparkNeeds(pipeline)) {
    report(
      path,
      `is ${what}, which DuckDB does not do as Spark does: change it, or set compute.engine to auto or spark`
    );
  }
}

// packages/pipeline/src/cost/prices.ts
var LIST_PRICES = {
  /** An hour of a DPU: Spark jobs, Python shell jobs and crawlers. */
  dpuHour: 0.44,
  /** An hour of a DPU of a job with the execution class FLEX. */
  flexDpuHour: 0.29,
  /** An hour of a processing unit of Redshift Serverless. */
  rpuHour: 0.375
};

// packages/pipeline/src/cron/fields.ts
var FIELDS = [
  { name: "minutes", min: 0, max: 59 },
  { name: "hours", min: 0, max: 23 },
  {
    name: "day of month",
    min: 1,
    max: 31,
    special: /^(?:\?|L|LW|(\d+)W)$/
  },
  {
    name: "month",
    min: 1,
    max: 12,
    words: "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ")
  },
  {
    name: "day of week",
    min: 1,
    max: 7,
    words: "SUN MON TUE WED THU FRI SAT".split(" "),
    special: /^(?:\?|L|(\w+)(?:L|#[1-5]))$/
  },
  { name: "year", min: 1970, max: 2199 }
];

// packages/pipeline/src/cron/InvalidScheduleError.ts
var InvalidScheduleError = class extends Error {
  name = "InvalidScheduleError";
};

// packages/pipeline/src/cron/parseCron.ts
var CRON_PATTERN = "^cron\\([^()]+\\)$";
var FORM = "minutes hours day-of-month month day-of-week year";
var EXAMPLE = "for example cron(0 6 * * ? *) for every day at 06:00 UTC";
function valueOf(text2, field) {
  const word = field.words?.indexOf(text2.toUpperCase()) ?? -1;
  if (word >= 0) {
    return field.min + word;
  }
  const value = /^\d+$/.test(text2) ? Number(text2) : NaN;
  return value >= field.min && value <= field.max ? value : void 0;
}
function expand(text2, field) {
  const values2 = /* @__PURE__ */ new Set();
  for (const part of text2.split(",")) {
    const match = /^(\*|[^-/]+)(?:-([^-/]+))?(?:\/(\d+))?$/.exec(part);
    if (!match || match[1] === "*" && match[2]) {
      return void 0;
    }
    const step2 = match[3] === void 0 ? 1 : Number(match[3]);
    const first = match[1] === "*" ? field.min : valueOf(match[1], field);
    let last = first;
    if (match[2]) {
      last = valueOf(match[2], field);
    } else if (match[1] === "*" || match[3]) {
      last = field.max;
    }
    if (first === void 0 || last === void 0 || last < first || step2 < 1 || step2 > field.max - field.min + 1) {
      return void 0;
    }
    for (let value = first; value <= last; value += step2) {
      values2.add(value);
    }
  }
  return values2;
}
function parseCron(expression) {
  const quoted3 = JSON.stringify(expression);
  if (/^rate\s*\(/i.test(expression)) {
    throw new InvalidScheduleError(
      `${quoted3} is a rate expression, which Glue triggers reject: write a cron expression, ${EXAMPLE}`
    );
  }
  if (!new RegExp(CRON_PATTERN).test(expression)) {
    throw new InvalidScheduleError(
      `${quoted3} is not a schedule: write cron(${FORM}), ${EXAMPLE}`
    );
  }
  const texts = expression.slice("cron(".length, -1).trim().split(/ +/);
  if (texts.length !== FIELDS.length) {
    throw new InvalidScheduleError(
      `${quoted3} has ${texts.length} fields: AWS cron has six, ${FORM}, ${EXAMPLE}`
    );
  }
  const fields = texts.map((text2, index) => ({
    text: text2,
    values: valuesOf(text2, FIELDS[index])
  }));
  const [, , dayOfMonth, , dayOfWeek] = texts;
  if (dayOfMonth === "?" === (dayOfWeek === "?")) {
    throw new InvalidScheduleError(
      `exactly one of day of month and day of week must be "?": ${EXAMPLE}`
    );
  }
  return fields;
}
function valuesOf(text2, field) {
  const special = field.special?.exec(text2);
  const isSpecial = special && (special[1] === void 0 || valueOf(special[1], field) !== void 0);
  const values2 = isSpecial ? /* @__PURE__ */ new Set() : expand(text2, field);
  if (!values2) {
    const { name, min, max, words: words2 } = field;
    const orWords = words2 ? ` or ${words2[0]} to ${words2.at(-1)}` : "";
    throw new InvalidScheduleError(
      `${JSON.stringify(text2)} is not valid for the ${name}: use ${min} to ${max}${orWords}, "*", lists, ranges or steps`
    );
  }
  return values2;
}

// packages/pipeline/src/cost/runsPerMonth.ts
var DAYS_PER_MONTH = 365 / 12;
var MONTHS_PER_YEAR = 12;
function shareOfDays({ text: text2, values: values2 }, index) {
  const { min, max } = FIELDS[index];
  if (text2 === "?" || text2 === "*") {
    return 1;
  }
  return values2.size === 0 ? 1 / DAYS_PER_MONTH : values2.size / (max - min + 1);
}
function dueInMonth(cron) {
  const [minutes, hours3, days, months, weekdays] = parseCron(cron);
  return minutes.values.size * hours3.values.size * DAYS_PER_MONTH * shareOfDays(days, 2) * shareOfDays(weekdays, 4) * (months.values.size / MONTHS_PER_YEAR);
}
function runsPerMonth({ start }) {
  return start?.cron ? { runs: dueInMonth(start.cron), reason: `as ${start.cron} says` } : { runs: DAYS_PER_MONTH, reason: "one a day" };
}

// packages/pipeline/src/cost/estimateCost.ts
var COST_ASSUMPTIONS = {
  prepareMinutes: 1,
  transformMinutes: 5,
  loadMinutes: 2,
  prices: LIST_PRICES
};
var PYTHON_SHELL_DPUS = 1 / 16;
var LEAST_JOB_MINUTES = 1;
var LEAST_CRAWL_MINUTES = 10;
var CRAWLER_DPUS = 2;
var hours = (minutes) => minutes / 60;
var minutesWords = (minutes) => `${minutes} minute${minutes === 1 ? "" : "s"}`;
function job(what, dpus, minutes, price, words2) {
  const charged = Math.max(minutes, LEAST_JOB_MINUTES);
  const amount = dpus * hours(charged);
  return {
    what,
    amount,
    unit: "DPU hours",
    usd: amount * price,
    reason: `${words2} for ${minutesWords(charged)}`
  };
}
function crawlers(pipeline, price) {
  if (pipeline.catalog.tables !== "crawled") {
    return [];
  }
  const copied = pipeline.sources.filter(whyCopied);
  const kinds = new Set(copied.map(({ csv: csv2 }) => JSON.stringify(csv2)));
  const count = kinds.size + 1;
  const amount = count * CRAWLER_DPUS * hours(LEAST_CRAWL_MINUTES);
  return [
    {
      what: "crawlers",
      amount,
      unit: "DPU hours",
      usd: amount * price,
      reason: `${count} of ${CRAWLER_DPUS} DPUs for ${minutesWords(LEAST_CRAWL_MINUTES)}, the least that Glue charges`
    }
  ];
}
function warehouse(pipeline, minutes, price) {
  const { kind, name } = warehouseOf(pipeline);
  if (kind === "cluster") {
    return [];
  }
  const { base } = pipeline.warehouse.capacity ?? DEFAULT_CAPACITY;
  const charged = Math.max(minutes, LEAST_JOB_MINUTES);
  const amount = base * hours(charged);
  return [
    {
      what: `workgroup ${name}`,
      amount,
      unit: "RPU hours",
      usd: amount * price,
      reason: `${base} processing units for ${minutesWords(charged)}`
    }
  ];
}
function estimateCost(pipeline, assumptions = COST_ASSUMPTIONS) {
  const { prices, prepareMinutes, transformMinutes, loadMinutes } = assumptions;
  const { workerType, workers, executionClass } = pipeline.compute;
  const sparkPrice = executionClass === "FLEX" ? prices.flexDpuHour : prices.dpuHour;
  const items = [
    ...pipeline.sources.some(whyCopied) ? [
      job(
        "prepare",
        PYTHON_SHELL_DPUS,
        prepareMinutes,
        prices.dpuHour,
        "a sixteenth of a DPU"
      )
    ] : [],
    engineOf(pipeline).engine === "duckdb" ? job(
      "transform",
      PYTHON_SHELL_DPUS,
      transformMinutes,
      prices.dpuHour,
      "DuckDB on a sixteenth of a DPU"
    ) : job(
      "transform",
      workers * WORKER_TYPES[workerType].dpus,
      transformMinutes,
      sparkPrice,
      `${workers} workers ${workerType}`
    ),
    job(
      "load",
      MIN_WORKERS * WORKER_TYPES["G.1X"].dpus,
      loadMinutes,
      sparkPrice,
      `${MIN_WORKERS} workers G.1X`
    ),
    ...crawlers(pipeline, prices.dpuHour),
    ...warehouse(pipeline, loadMinutes, prices.rpuHour)
  ];
  const perRun = items.reduce((sum, { usd }) => sum + usd, 0);
  const { runs, reason } = assumptions.runsPerMonth === void 0 ? runsPerMonth(pipeline) : { runs: assumptions.runsPerMonth, reason: "as you say" };
  return {
    items,
    perRun,
    runsPerMonth: runs,
    runsReason: reason,
    perMonth: perRun * runs
  };
}

// packages/pipeline/src/pipelineDiagram.ts
var label = (...lines) => `"${lines.join("<br>")}"`;
function startWords({ start = {} }) {
  const { cron, onNewFiles: onNewFiles2, after } = start;
  const words2 = [
    ...cron ? [cron] : [],
    ...onNewFiles2 ? [`files of ${onNewFiles2.sources.join(", ")}`] : [],
    ...after ? [`after ${after}`] : []
  ];
  return words2.length > 0 ? words2.join(" or ") : "on demand";
}
function pipelineDiagram(pipeline) {
  const { name, sources, catalog, warehouse: warehouse2 } = pipeline;
  const crawls = catalog.tables === "crawled";
  const copied = sources.filter(({ copy }) => copy);
  const onDuckDb = engineOf(pipeline).engine === "duckdb";
  const steps = [
    ...copied.length > 0 ? [["prepare", "prepare"]] : [],
    ...copied.length > 0 && crawls ? [["crawlRaw", "crawl copies"]] : [],
    ["transform", onDuckDb ? "transform on DuckDB" : "transform"],
    ...crawls ? [["crawlResult", "crawl result"]] : [],
    ["load", "load"]
  ];
  const table = [warehouse2.database, warehouse2.schema, warehouse2.table];
  return [
    "flowchart LR",
    `  start([${label(startWords(pipeline))}])`,
    ...sources.map(
      ({ name: source2, uri, table: from }, index) => `  source${index}[(${label(source2, uri ?? `${from?.database}.${from?.name}`)})]`
    ),
    `  subgraph workflow [${label(`Glue workflow ${name}`)}]`,
    ...steps.map(([id, words2]) => `    ${id}[${label(words2)}]`),
    `    ${steps.map(([id]) => id).join(" --> ")}`,
    "  end",
    `  table[(${label(table.join("."))})]`,
    `  start --> ${steps[0][0]}`,
    ...sources.map(
      ({ copy }, index) => `  source${index} -.-> ${copy ? "prepare" : "transform"}`
    ),
    "  load --> table"
  ].join("\n");
}

// packages/pipeline/src/catalogField.ts
import { z as z31 } from "zod";
var crawler = z31.strictObject({
  onChange: z31.enum(["update", "log"]).default("update").describe(
    "What a crawl does with a table whose files have other columns: it updates it, or only tells it in its log."
  ),
  onDelete: z31.enum(["remove", "deprecate", "log"]).default("remove").describe(
    "What a crawl does with tables and partitions whose files are gone: it removes them, marks them as deprecated, or only tells it in its log."
  ),
  recrawl: z31.enum(["all", "newFolders"]).default("all").describe(
    "What a crawl looks at: all folders, or those that have come since the last one."
  )
}).describe("What crawlers do. Only for tables: crawled.");
var crawlerDefaults = crawler.parse({});
var catalogField = z31.strictObject({
  tables: z31.enum(["declared", "crawled"]).default("declared").describe(
    "Who makes the tables: transform declares that of the result, whose columns it knows; or crawlers look into the files of the result, and of copied sources."
  ),
  crawler: crawler.optional()
}).prefault({}).describe("How the Glue Data Catalog learns of what a run wrote.");

// packages/pipeline/src/alertsField.ts
import { z as z32 } from "zod";

// packages/pipeline/src/region.ts
var REGION = "[a-z]{2,}(-[a-z]+)+-\\d+";
var REGION_PATTERN = `^${REGION}$`;

// packages/pipeline/src/arnRules.ts
var PARTITION = "aws(-[a-z]+)*";
var ACCOUNT = "[0-9]{12}";
var ROLE_ARN_PATTERN = `^arn:${PARTITION}:iam::${ACCOUNT}:role/[A-Za-z0-9+=,.@_/-]{1,512}$`;
var SECRET_ARN_PATTERN = `^arn:${PARTITION}:secretsmanager:${REGION}:${ACCOUNT}:secret:[A-Za-z0-9/_+=.@!-]{1,512}-[A-Za-z0-9]{6}$`;
var WORKGROUP_ARN_PATTERN = `^arn:${PARTITION}:redshift-serverless:${REGION}:${ACCOUNT}:workgroup/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`;
var TOPIC_ARN_PATTERN = `^arn:${PARTITION}:sns:${REGION}:${ACCOUNT}:[A-Za-z0-9_-]{1,256}$`;
var arnOf = (pattern2, what, example) => (value) => new RegExp(pattern2, "u").test(value) ? void 0 : `${JSON.stringify(value)} is not the ARN of ${what}: write it as AWS shows it, for example ${example}`;
var roleArnRules = [
  arnOf(
    ROLE_ARN_PATTERN,
    "a role",
    "arn:aws:iam::123456789012:role/redshift-copy"
  )
];
var secretArnRules = [
  arnOf(
    SECRET_ARN_PATTERN,
    "a secret, which ends in six letters or digits of its own",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:warehouse-admin-a1B2c3"
  )
];
var workgroupArnRules = [
  arnOf(
    WORKGROUP_ARN_PATTERN,
    "a workgroup, which ends in an id",
    "arn:aws:redshift-serverless:eu-west-1:123456789012:workgroup/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
  )
];
var topicArnRules = [
  arnOf(
    TOPIC_ARN_PATTERN,
    "a topic",
    "arn:aws:sns:eu-west-1:123456789012:data-alerts"
  )
];

// packages/pipeline/src/alertsField.ts
var EMAIL_PATTERN = "^[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+$";
var SECRET_NAME_PATTERN = "^[A-Za-z0-9/_+=.@-]{1,256}$";
var fits2 = (pattern2, problem) => (value) => new RegExp(pattern2).test(value) ? void 0 : `${JSON.stringify(value)} ${problem}`;
var alertsField = z32.strictObject({
  emails: z32.array(
    text(
      "An address, which must first confirm that it wants the mails.",
      [
        fits2(
          EMAIL_PATTERN,
          "is no mail address: write one, for example data-team@example.com"
        )
      ],
      { pattern: EMAIL_PATTERN, maxLength: 254 }
    )
  ).min(1, "is empty: add an address, or remove it").max(10, "has more than 10 addresses: use one of a mailing list").optional().describe("Addresses that get a mail."),
  slackSecret: text(
    "The name of a secret in Secrets Manager whose value is the URL of an incoming webhook of Slack.",
    [
      fits2(
        SECRET_NAME_PATTERN,
        "is no name of a secret: write the name that it has in Secrets Manager, not its ARN and not the URL"
      )
    ],
    { pattern: SECRET_NAME_PATTERN }
  ).optional(),
  topicArn: text(
    "The ARN of an SNS topic that there is, instead of one of the pipeline. Its policy must let events.amazonaws.com and cloudwatch.amazonaws.com publish.",
    topicArnRules,
    { pattern: TOPIC_ARN_PATTERN }
  ).optional(),
  dpuHours: z32.number("must be a number").positive("must be more than 0").max(1e5, "must be at most 100000").optional().describe("How many DPU hours the jobs may use in a day.")
}).optional().describe(
  "Whom AWS tells where a run fails, takes longer or comes later than the pipeline promises, lacks memory, is skewed, or breaks a rule. With it comes a dashboard. Without it only the portal tells."
);
function checkAlerts({ alerts }, report) {
  if (!alerts) {
    return;
  }
  const { emails, slackSecret, topicArn } = alerts;
  if (!emails && !slackSecret && !topicArn) {
    report(
      ["alerts"],
      "tells nobody: add emails, slackSecret or topicArn, or remove it"
    );
  }
  for (const own of ["emails", "slackSecret"]) {
    if (topicArn && alerts[own]) {
      report(
        ["alerts", own],
        "is for a topic of the pipeline, and topicArn names another one: subscribe it there, or remove topicArn"
      );
    }
  }
  for (const { value, index } of repeated(emails ?? [])) {
    report(["alerts", "emails", index], `"${value}" occurs twice: remove one`);
  }
}

// packages/pipeline/src/computeField.ts
import { z as z34 } from "zod";

// packages/pipeline/src/sparkConfField.ts
import { z as z33 } from "zod";
var OF_THE_JOB = [
  "spark.sql.ansi.enabled",
  "spark.sql.session.timeZone",
  "spark.sql.legacy.timeParserPolicy",
  "spark.sql.sources.partitionColumnTypeInference.enabled",
  "spark.sql.csv.parser.columnPruning.enabled",
  "spark.sql.adaptive.optimizer.excludedRules",
  "spark.sql.parquet.datetimeRebaseModeInWrite",
  "spark.sql.parquet.int96RebaseModeInWrite"
];
var REFUSED = [
  [
    ["spark.sql.legacy.", "spark.sql.ansi.", "spark.sql.caseSensitive"],
    "decides which rows are right: remove it"
  ],
  [
    [
      "spark.cores.",
      "spark.driver.cores",
      "spark.driver.memory",
      "spark.dynamicAllocation.",
      "spark.executor.cores",
      "spark.executor.instances",
      "spark.executor.memory"
    ],
    "is what Glue makes of compute.workerType, workers and autoScaling: change those"
  ],
  [
    [
      "spark.app.",
      "spark.driver.extra",
      "spark.eventLog.",
      "spark.executor.extra",
      "spark.hadoop.fs.",
      "spark.jars",
      "spark.master",
      "spark.submit.",
      "spark.ui."
    ],
    "is set by Glue itself: remove it"
  ]
];
var NAME2 = /^spark(\.[A-Za-z0-9_-]+)+$/;
function problemOf(name, value) {
  if (!NAME2.test(name)) {
    return "is no name of a setting of Spark: write it as spark.sql.shuffle.partitions";
  }
  if (OF_THE_JOB.includes(name)) {
    return "is set by the transform job, so that rows are right: remove it";
  }
  const refused = REFUSED.find(
    ([beginnings]) => beginnings.some((beginning) => name.startsWith(beginning))
  );
  if (refused) {
    return refused[1];
  }
  return /^[^\s"'\\{}$]{1,256}$/.test(value) ? void 0 : "must be 1 to 256 characters without blanks, quotes, backslashes, $ and braces";
}
var sparkConfField = z33.record(
  z33.string(),
  z33.string('must be text: write the value in quotes, for example "64"')
).superRefine((settings, context) => {
  if (Object.keys(settings).length > 32) {
    context.addIssue({
      code: "custom",
      message: "has more than 32 settings: remove some"
    });
  }
  for (const [name, value] of Object.entries(settings)) {
    const message = problemOf(name, value);
    if (message) {
      context.addIssue({ code: "custom", path: [name], message });
    }
  }
}).optional().describe(
  "Settings of Spark for the transform job, such as spark.sql.shuffle.partitions. Refused are those that decide which rows are right, and those that Glue sets."
);

// packages/pipeline/src/computeField.ts
var computeField = z34.strictObject({
  engine: z34.enum(["auto", ...ENGINES]).default("spark").describe(
    `What computes the rows. spark: Spark on Glue. duckdb: DuckDB in a small Python shell job, which leaves a run to Spark whose sources are larger than ${MOST_MIB} MB. auto: duckdb where all of the pipeline means the same on both and it asks for no more workers than the least, else spark.`
  ),
  glueVersion: z34.enum(["5.0", "5.1"]).default("5.1").describe("The version of Glue for the Spark jobs."),
  workerType: z34.enum(Object.keys(WORKER_TYPES)).default("G.1X").describe("The size of one worker. G.1X is 4 vCPUs and 16 GB."),
  workers: z34.int("must be a whole number").min(MIN_WORKERS, "must be at least 2: one of the workers is the driver").max(1e3).default(2).describe("How many workers a job has, at most when auto scaling is on."),
  autoScaling: z34.boolean().default(true).describe("Lets Glue remove workers that have nothing to do."),
  executionClass: z34.enum(["STANDARD", "FLEX"]).default("STANDARD").describe(
    "STANDARD, or FLEX on capacity that is spare: cheaper, and a run may wait for it or lose workers."
  ),
  timeoutMinutes: z34.int("must be a whole number of minutes").min(1, "must be at least 1 minute").max(
    10080,
    "must be at most 10080 minutes (7 days), the most that Glue allows"
  ).default(60).describe("Minutes after which a job that still runs is ended."),
  maxRetries: z34.int("must be a whole number").min(0, "must not be negative").max(10, "must be at most 10, the most that Glue allows").default(0).describe("How often Glue starts a failed job again."),
  jobQueuing: z34.boolean().default(false).describe(
    "Lets a job wait where the account has no room for it, instead of failing."
  ),
  sparkConf: sparkConfField
}).prefault({}).describe("What computes the rows, and what the Spark jobs run on.");
function checkCompute({ compute }, report) {
  const { workerType, workers, executionClass, jobQueuing, maxRetries } = compute;
  const { maxWorkers } = WORKER_TYPES[workerType];
  const at = (field, message) => report(["compute", field], message);
  if (workers > maxWorkers) {
    at(
      "workers",
      `is ${workers}, and ${workerType} allows 2 to ${maxWorkers}: use fewer or larger workers`
    );
  }
  if (executionClass === "FLEX" && !/^G\.[12]X$/.test(workerType)) {
    at(
      "executionClass",
      `is FLEX, which has no ${workerType}: use G.1X or G.2X, or STANDARD`
    );
  }
  if (executionClass === "FLEX" && jobQueuing) {
    at(
      "jobQueuing",
      "is not for the execution class FLEX, which waits by itself: remove it, or use STANDARD"
    );
  }
  if (jobQueuing && maxRetries > 0) {
    at(
      "maxRetries",
      "must be 0 with jobQueuing, as Glue tries nothing again that may wait: remove one of them"
    );
  }
}

// packages/pipeline/src/checkLoad.ts
var LONGEST_TABLE = 127 - "_loads".length;
var HISTORY_COLUMNS = ["valid_from", "valid_to", "is_current"];
var TIMES2 = [
  "date",
  "timestamp",
  void 0
];
function checkLoad({ load: { mode, keys, changedAt }, evolution, table }, report) {
  const at = (path, message) => report(["warehouse", "load", ...path], message);
  const hasKeys = mode === "merge" || mode === "history";
  if (hasKeys && !keys) {
    at(["keys"], `is missing, and mode is ${mode}: name what tells rows apart`);
  }
  if (!hasKeys && keys) {
    at(
      ["keys"],
      `is for the modes merge and history, and mode is ${mode}: remove it`
    );
  }
  for (const { value, index } of repeated(keys ?? [])) {
    at(["keys", index], `"${value}" occurs twice: remove one`);
  }
  if (changedAt !== void 0 && mode !== "history") {
    at(
      ["changedAt"],
      `is for the mode history, and mode is ${mode}: remove it`
    );
  }
  if (changedAt !== void 0 && keys?.includes(changedAt)) {
    at(
      ["changedAt"],
      `"${changedAt}" is one of the keys, so no row would have a second version: take it out of keys`
    );
  }
  if (mode === "replace") {
    return;
  }
  if (evolution === "replace") {
    report(
      ["warehouse", "evolution"],
      `is replace, which drops all rows, and load.mode is ${mode}, which keeps them: use add-columns or fail`
    );
  }
  if (table.length > LONGEST_TABLE) {
    report(
      ["warehouse", "table"],
      `has ${table.length} characters, and load.mode ${mode} makes a table ${table}_loads beside it: use at most ${LONGEST_TABLE}`
    );
  }
}
function checkLayout({ distribution, sortBy = [] }, report) {
  const path = ["warehouse", "distribution", "column"];
  if (distribution?.style === "key" && !distribution.column) {
    report(path, "is missing, and style is key: name the column");
  }
  if (distribution && distribution.style !== "key" && distribution.column) {
    report(
      path,
      `is for the style key, and style is ${distribution.style}: remove it`
    );
  }
  for (const { value, index } of repeated(sortBy)) {
    report(
      ["warehouse", "sortBy", index],
      `"${value}" occurs twice: remove one`
    );
  }
}
function checkLayoutColumns({ distribution, sortBy = [] }, result, report) {
  const named = [
    ...distribution?.column ? [
      [["warehouse", "distribution", "column"], distribution.column]
    ] : [],
    ...sortBy.map((name, index) => [
      ["warehouse", "sortBy", index],
      name
    ])
  ];
  for (const [path, name] of named) {
    expectColumn(path, name, result, report, RESULTING_ROWS);
  }
}
function checkLoadColumns({ load: { mode, keys, changedAt } }, result, report) {
  const path = ["warehouse", "load"];
  const rows = RESULTING_ROWS;
  keys?.forEach(
    (name, index) => expectColumn([...path, "keys", index], name, result, report, rows)
  );
  if (changedAt !== void 0 && expectColumn([...path, "changedAt"], changedAt, result, report, rows) && !TIMES2.includes(result.get(changedAt))) {
    report(
      [...path, "changedAt"],
      `"${changedAt}" is ${result.get(changedAt)}: name a date or a timestamp`
    );
  }
  for (const name of mode === "history" ? HISTORY_COLUMNS : []) {
    if (result.has(name)) {
      report(
        [...path, "mode"],
        `is history, which makes a column ${name}, and the result has one: rename it by a step rename`
      );
    }
  }
}

// packages/pipeline/src/columns/checkColumns.ts
function checkColumns(pipeline, report) {
  const { sources, output, warehouse: warehouse2, quality } = pipeline;
  const result = resultColumns(pipeline, report);
  if (result) {
    checkQualityColumns(quality, result, sourceColumns(sources), report);
    checkPartitions(output.partitionBy, result, report);
    checkLoadColumns(warehouse2, result, report);
    checkLayoutColumns(warehouse2, result, report);
  }
}
function checkPartitions(partitionBy, result, report) {
  const path = ["output", "partitionBy"];
  partitionBy.forEach(
    (name, index) => expectColumn([...path, index], name, result, report, RESULTING_ROWS)
  );
  if ([...result.keys()].every((name) => partitionBy.includes(name))) {
    report(
      path,
      "names every column of the result, which leaves nothing for the files: leave out at least one"
    );
  }
}

// packages/pipeline/src/incrementalField.ts
import { z as z35 } from "zod";
var incrementalFields = {
  incremental: z35.enum(["files", "partitions", "watermark"]).optional().describe(
    "Absent: each run reads all rows. files: those of files that no run before has loaded as they are now. partitions: those of folders name=value that no run has loaded, each as a whole. watermark: those whose watermark.column is greater than any that was loaded. For the first source, and the modes append, merge and history of warehouse.load."
  ),
  watermark: z35.strictObject({
    column: columnField(
      "A column of the source that grows with each new row: int, bigint, decimal, date or timestamp."
    ),
    lookback: z35.int("must be a whole number").min(1, "must be at least 1; remove it to read no row again").max(31622400, "must be at most 31622400, the seconds of a year").optional().describe(
      "How far behind the greatest value a run begins, for rows that come late: days of a date, seconds of a timestamp, else units. For the modes merge and history, which may load a row again."
    )
  }).optional().describe("By which column new rows are told. Only for watermark.")
};
var GROWING = [
  "int",
  "bigint",
  "decimal",
  "date",
  "timestamp"
];
function checkWatermark({ incremental, watermark, columns: columns2 }, { mode }, report) {
  if (incremental !== "watermark") {
    if (watermark) {
      report(
        ["watermark"],
        "is only for incremental: watermark: add that, or remove it"
      );
    }
    return;
  }
  if (!watermark) {
    report(
      ["watermark"],
      "is missing, and incremental is watermark: name the column"
    );
    return;
  }
  const path = ["watermark", "column"];
  const column = columns2?.find(({ name }) => name === watermark.column);
  if (columns2 && !column) {
    report(
      path,
      `the source has no column "${watermark.column}": use one of ${columns2.map(({ name }) => name).join(", ")}`
    );
  } else if (column && !GROWING.includes(column.type)) {
    report(
      path,
      `"${watermark.column}" is ${column.type}: name one of the type ${GROWING.join(", ")}`
    );
  }
  if (watermark.lookback !== void 0 && mode === "append") {
    report(
      ["watermark", "lookback"],
      "reads rows again, and warehouse.load.mode is append, which would double them: use merge or history, or remove it"
    );
  }
}
function checkPartitioned({ incremental, uri }, report) {
  if (incremental === "partitions" && uri && !uri.endsWith("/")) {
    report(
      ["incremental"],
      "is partitions, and uri is one object: name the folder that has the partitions, or use files"
    );
  }
}
function checkIncremental({ sources, warehouse: { load } }, report) {
  sources.forEach((source2, index) => {
    const at = (path, message) => report(["sources", index, ...path], message);
    if (source2.incremental && index > 0) {
      at(
        ["incremental"],
        "is for the first source, whose rows the steps begin with: remove it, as a run reads all of the others"
      );
    } else if (source2.incremental && load.mode === "replace") {
      at(
        ["incremental"],
        "leaves out what was loaded before, and warehouse.load.mode is replace, which would remove it: use the mode append, merge or history"
      );
    }
    checkPartitioned(source2, at);
    checkWatermark(source2, load, at);
  });
}

// packages/pipeline/src/jdbcField.ts
import { z as z36 } from "zod";
var bound2 = (description) => z36.int("must be a whole number").describe(description);
var jdbcField = z36.strictObject({
  connection: text(
    "The Glue connection, in the account and region of the pipeline.",
    connectionRules,
    { pattern: CONNECTION_PATTERN }
  ),
  secret: text(
    "The ARN of the secret that the connection names, so that the job may read it. Absent: the connection has its password itself.",
    secretArnRules,
    { pattern: SECRET_ARN_PATTERN }
  ).optional(),
  table: text(
    "The table or view, as the database writes it: schema.table.",
    databaseTableRules,
    { pattern: DATABASE_TABLE_PATTERN }
  ).optional(),
  query: text(
    "A query in the SQL of the database, instead of a table.",
    queryRules,
    { pattern: PREDICATE_PATTERN, minLength: 1, maxLength: 4096 }
  ).optional(),
  partitions: z36.strictObject({
    column: columnField(
      "A column of the source, int or bigint, whose values are spread evenly, such as its key."
    ),
    lowerBound: bound2("About the least value. Lesser ones are read too."),
    upperBound: bound2(
      "About the greatest value. Greater ones are read too."
    ),
    count: z36.int("must be a whole number").min(2, "must be at least 2; without partitions there is one").max(
      64,
      "must be at most 64, as each of them is a connection of the database"
    ).describe(
      "How many parts are read side by side, each by a connection of its own."
    )
  }).optional().describe(
    "How rows are divided to be read side by side. Absent: one task reads all of them."
  )
}).describe(
  "The database that is read by a Glue connection of the type JDBC. Only for the format jdbc."
);
function checkPartitions2({ jdbc, columns: columns2 }, report) {
  const partitions = jdbc?.partitions;
  if (!partitions) {
    return;
  }
  const column = columns2?.find(({ name }) => name === partitions.column);
  const path = ["jdbc", "partitions", "column"];
  if (columns2 && !column) {
    report(
      path,
      `the source has no column "${partitions.column}": use one of ${columns2.map(({ name }) => name).join(", ")}`
    );
  } else if (column && column.type !== "int" && column.type !== "bigint") {
    report(
      path,
      `"${partitions.column}" is ${column.type}: name one of the type int or bigint`
    );
  }
  if (partitions.upperBound <= partitions.lowerBound) {
    report(
      ["jdbc", "partitions", "upperBound"],
      `is ${partitions.upperBound}, and lowerBound is ${partitions.lowerBound}: it must be greater`
    );
  }
}
function checkForeign({ uri, copy, incremental, columns: columns2 }, report) {
  if (uri !== void 0) {
    report(["uri"], "is of files, and format is jdbc: remove it");
  }
  if (copy) {
    report(["copy"], "is for files, and format is jdbc: remove it");
  }
  if (incremental !== void 0 && incremental !== "watermark") {
    report(
      ["incremental"],
      `is ${incremental}, which a database has none of, and format is jdbc: use watermark`
    );
  }
  if (!columns2) {
    report(
      ["columns"],
      "is missing, and format is jdbc, of which columns are not looked up: list those to read, with their types"
    );
  }
}
function checkJdbc(source2, report) {
  const { format: format2, jdbc } = source2;
  if (format2 !== "jdbc") {
    if (jdbc) {
      report(
        ["jdbc"],
        `is only for the format jdbc, and the format is ${format2}: remove it`
      );
    }
    return;
  }
  checkForeign(source2, report);
  if (!jdbc) {
    report(
      ["jdbc"],
      "is missing, and format is jdbc: name its connection and a table or a query"
    );
    return;
  }
  if (jdbc.table === void 0 && jdbc.query === void 0) {
    report(["jdbc", "table"], "is missing: name a table, or write a query");
  } else if (jdbc.table !== void 0 && jdbc.query !== void 0) {
    report(["jdbc", "query"], "is beside a table: remove one of them");
  }
  checkPartitions2(source2, report);
}
function checkAppended({ sources: [first], warehouse: { load } }, report) {
  if (first?.format === "jdbc" && load.mode === "append" && first.incremental === void 0) {
    report(
      ["sources", 0, "incremental"],
      "is missing, and each run would append all rows of the database again: use watermark, or the mode replace, merge or history of warehouse.load"
    );
  }
}

// packages/pipeline/src/promisesField.ts
import { z as z37 } from "zod";
var MOST_HOURS = 8784;
var hours2 = (description) => z37.int("must be a whole number of hours").min(1, "must be at least 1 hour").max(MOST_HOURS, "must be at most 8784 hours, which is 366 days").describe(description);
var TIME = "^([01]\\d|2[0-3]):[0-5]\\d$";
var promisesField = z37.strictObject({
  by: z37.strictObject({
    time: text(
      'The time of day, for example "07:00".',
      [
        (value) => new RegExp(TIME).test(value) ? void 0 : `${JSON.stringify(value)} is no time of day: write hours and minutes in quotes, for example "07:00"`
      ],
      { pattern: TIME },
      'must be text: write the time in quotes, for example "07:00"'
    ),
    timezone: text(
      "The time zone, for example Europe/Berlin.",
      [(value) => isZone(value) ? void 0 : zoneProblem(value)],
      { maxLength: 32 }
    ).default("UTC")
  }).optional().describe("By this time of each day a run has ended well."),
  every: z37.strictObject({ hours: hours2("How many hours.") }).optional().describe("A run ends well at least once in so many hours."),
  freshHours: hours2(
    "The table is never older than so many hours: then a run has loaded it."
  ).optional(),
  longestMinutes: z37.int("must be a whole number of minutes").min(
    5,
    "must be at least 5 minutes, as the portal reads AWS about once a minute"
  ).max(10080, "must be at most 10080 minutes (7 days)").optional().describe("No run takes longer than so many minutes.")
}).optional().describe(
  "What the pipeline promises. The portal shows and tells where a promise is not kept."
);
function checkPromises({ promises: promises2 = {} }, report) {
  if (promises2.by && promises2.every) {
    report(
      ["promises", "every"],
      "says when a run is expected, as by does: remove one of them"
    );
  }
}

// packages/pipeline/src/startField.ts
import { z as z38 } from "zod";

// packages/pipeline/src/cron/scheduleProblem.ts
var LEAST_MINUTES = 5;
var DAY_MINUTES = 24 * 60;
function shortestInterval(minutes, hours3) {
  const starts = [...hours3].flatMap((hour) => [...minutes].map((minute) => hour * 60 + minute)).sort((a, b) => a - b);
  const overMidnight = starts[0] + DAY_MINUTES - starts.at(-1);
  return starts.slice(1).reduce(
    (least2, start, index) => Math.min(least2, start - starts[index]),
    overMidnight
  );
}
function scheduleProblem(expression) {
  try {
    const [minutes, hours3] = parseCron(expression);
    return shortestInterval(minutes.values, hours3.values) < LEAST_MINUTES ? `${JSON.stringify(
      expression
    )} would start more often than every ${LEAST_MINUTES} minutes, which Glue does not support: leave at least ${LEAST_MINUTES} minutes between two starts` : void 0;
  } catch (error) {
    if (error instanceof InvalidScheduleError) {
      return error.message;
    }
    throw error;
  }
}

// packages/pipeline/src/startField.ts
var BATCH_SIZE = { least: 1, most: 100 };
var BATCH_WINDOW = { least: 1, most: 900 };
var onNewFiles = z38.strictObject({
  sources: z38.array(
    text("The name of a source.", sourceNameRules, {
      pattern: SOURCE_NAME_PATTERN
    })
  ).min(1, "is empty: name the sources whose files start a run").max(8).describe("The sources whose new files start a run, by their names."),
  batchSize: z38.int("must be a whole number").min(BATCH_SIZE.least, "must be at least 1").max(BATCH_SIZE.most, "must be at most 100, the most that Glue waits for").default(1).describe("How many new files start a run."),
  batchWindow: z38.int("must be a whole number of seconds").min(BATCH_WINDOW.least, "must be at least 1 second").max(
    BATCH_WINDOW.most,
    "must be at most 900 seconds, the longest that Glue waits"
  ).default(900).describe(
    "Seconds after the first new file after which a run starts with fewer of them."
  )
}).describe(
  "Starts when files come to sources. Their buckets must send events to EventBridge."
);
var least = (description) => z38.int("must be a whole number").min(1, "must be at least 1").max(1e4, "must be at most 10000").optional().describe(description);
var startField = z38.strictObject({
  cron: z38.string().superRefine((value, context) => {
    const problem = scheduleProblem(value);
    if (problem) {
      context.addIssue({ code: "custom", message: problem });
    }
  }).meta({
    description: "AWS cron with six fields in UTC: cron(minutes hours day-of-month month day-of-week year).",
    pattern: CRON_PATTERN
  }).optional(),
  onNewFiles: onNewFiles.optional(),
  after: text(
    "Starts when a run of another pipeline, in the same account and region, has loaded its table.",
    pipelineNameRules,
    { pattern: PIPELINE_NAME_PATTERN, minLength: 3, maxLength: 40 }
  ).optional(),
  condition: z38.strictObject({
    newFiles: least("How many files of the first source must be new."),
    newPartitions: least(
      "How many partitions of the first source must be new."
    )
  }).optional().describe(
    "What a run wants of its first source, whatever started it: with less it ends as skipped. newFiles goes with incremental: files, newPartitions with incremental: partitions."
  )
}).optional().describe(
  "What starts the pipeline by itself: cron, onNewFiles or after. Absent: on demand. A person may start it in any case."
);
var WAYS = ["cron", "onNewFiles", "after"];
var COUNTED = { newFiles: "files", newPartitions: "partitions" };
function checkCondition(condition, incremental, report) {
  const path = ["start", "condition"];
  if (condition && Object.keys(condition).length === 0) {
    report(path, "says nothing: add newFiles or newPartitions, or remove it");
  }
  for (const [field, wanted] of Object.entries(COUNTED)) {
    const given = condition?.[field] !== void 0;
    if (given && incremental !== wanted) {
      report(
        [...path, field],
        `needs incremental: ${wanted} of the first source, by which a run knows what is new: add it, or remove the condition`
      );
    }
  }
}
function checkStart({ name, sources, start = {} }, report) {
  const [first, second] = WAYS.filter((way) => start[way] !== void 0);
  if (first && second) {
    report(
      ["start", second],
      `is a second way to start, beside ${first}: remove one of them, as a Glue workflow has one`
    );
  }
  if (start.after === name) {
    report(["start", "after"], "names this pipeline: name the one before it");
  }
  checkCondition(start.condition, sources[0]?.incremental, report);
  const watched = start.onNewFiles?.sources ?? [];
  const at = (index, message) => report(["start", "onNewFiles", "sources", index], message);
  const names = sources.map((source2) => source2.name);
  watched.forEach((source2, index) => {
    if (sources.find((one) => one.name === source2)?.format === "jdbc") {
      at(
        index,
        `"${source2}" is a database, which has no files: remove it, or start by cron`
      );
    } else if (!names.includes(source2)) {
      at(
        index,
        `no source is named "${source2}": use one of ${names.join(", ")}`
      );
    }
  });
  for (const { value, index } of repeated(watched)) {
    at(index, `"${value}" occurs twice: remove one`);
  }
}

// packages/pipeline/src/tableField.ts
import { z as z39 } from "zod";
var tableField = z39.strictObject({
  database: text("The database of the Data Catalog.", catalogNameRules, {
    pattern: CATALOG_NAME_PATTERN
  }),
  name: text("The table.", catalogNameRules, {
    pattern: CATALOG_NAME_PATTERN
  }),
  where: text(
    "Which partitions are read, as a condition on the table's partition keys, for example day >= '2024-01-01'. The catalog answers it, so that other partitions are not even listed. Absent: all.",
    predicateRules,
    { pattern: PREDICATE_PATTERN, minLength: 1, maxLength: 2048 }
  ).optional()
}).describe(
  "The table of the Glue Data Catalog that is read, which says how its files are written. Only for the format table."
);
var checkPlaces = ({ sources }, report) => sources.forEach(({ format: format2, uri }, index) => {
  if (format2 === "table" && uri === void 0) {
    report(["sources", index, "uri"], "is missing: add it");
  }
});
function checkTable({ format: format2, table, copy, uri }, report) {
  if (format2 !== "table") {
    if (table) {
      report(
        ["table"],
        `is only for the format table, and the format is ${format2}: remove it`
      );
    }
    if (uri === void 0 && format2 !== "jdbc") {
      report(["uri"], "is missing: add it");
    }
    return;
  }
  if (!table) {
    report(
      ["table"],
      "is missing, and format is table: name its database and the table"
    );
  }
  if (copy) {
    report(
      ["copy"],
      "is for files, and format is table: remove it, or name the files by uri and their format"
    );
  }
  if (uri !== void 0 && !uri.endsWith("/")) {
    report(
      ["uri"],
      'is the folder of a table: end it with "/", or remove it, so that it is asked of the catalog when the pipeline is made'
    );
  }
}

// packages/pipeline/src/transforms/scriptFiles.ts
var isScript = (step2) => step2.kind === "script";
function checkScripts(steps, report) {
  for (const { value, index } of repeated(
    steps.map((step2, at) => isScript(step2) ? step2.function : `
${at}`)
  )) {
    report(
      ["transform", index, "function"],
      `"${value}" is called twice: give each step a function of its own`
    );
  }
}
var LONGEST_LINE = 100;
var string = (value) => value.includes('"') && !value.includes("'") ? `'${value.replaceAll("\\", "\\\\")}'` : JSON.stringify(value);
var line = (text2) => text2.length > LONGEST_LINE ? `${text2}  # noqa: E501
` : `${text2}
`;
function parametersOf({ sources }) {
  const names = sources.map(
    (name) => name === "rows" || firstProblem(name, functionRules) ? `${name}_rows` : name
  );
  return ["rows", ...names];
}
function signatureOf(step2) {
  const [rows, ...others] = parametersOf(step2).map(
    (name) => `${name}: DataFrame`
  );
  return others.length === 0 ? rows : `
    ${rows},
${others.map((other) => `    ${other},  # noqa: ARG001
`).join("")}`;
}
var functionFile = (step2) => `"""The step \`script\` of \`pipeline.yaml\` that calls \`${step2.function}\`."""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

# The columns after the step with their types, as \`pipeline.yaml\` declares them.
COLUMNS = {
${step2.columns.map(
  (column) => line(`    ${string(column.name)}: ${string(declaredType(column))},`)
).join("")}}


def ${step2.function}(${signatureOf(step2)}) -> DataFrame:
    """The rows after the step, made of those before it.

    What is written here is yours. Until then columns of the same name are cast, and others have
    no value.
    """
    return rows.select(
        [
            (F.col(name) if name in rows.columns else F.lit(None)).cast(kind).alias(name)
            for name, kind in COLUMNS.items()
        ]
    )
`;
var schemaOf = (columns2 = /* @__PURE__ */ new Map([["value", "string"]])) => [...columns2].map(([name, type3 = "string"]) => {
  const kind = type3 === "decimal" ? "decimal(38,9)" : type3;
  const quoted3 = `\`${name.replaceAll("`", "``")}\``;
  return line(`    ${string(`${quoted3} ${kind}`)},`);
}).join("");
function testFile(step2, inputs) {
  const name = step2.function;
  const constants = parametersOf(step2).map((one) => one.toUpperCase());
  const schemas = constants.map((constant, at) => `${constant} = [
${schemaOf(inputs[at])}]
`).join("");
  return `"""What \`${name}\` makes of rows."""

from __future__ import annotations

from pyspark.sql import DataFrame, SparkSession

from scripts.${name} import COLUMNS, ${name}

# What it is given, each column with its type.
${schemas}

def row_of_nothing(spark: SparkSession, columns: list[str]) -> DataFrame:
    return spark.createDataFrame([tuple(None for _ in columns)], ", ".join(columns))


def test_the_columns_are_those_of_the_pipeline(spark: SparkSession) -> None:
    result = ${name}(
${constants.map((constant) => `        row_of_nothing(spark, ${constant}),
`).join("")}    )
    assert result.dtypes == list(COLUMNS.items())
    assert result.count() == 1
`;
}
function scriptFiles({
  sources,
  transform
}) {
  const source2 = sourceColumns(sources);
  const rowsBefore = (index) => columnsAfterSteps(
    transform.slice(0, index),
    source2(sources[0].name),
    source2,
    () => {
    }
  );
  const files = transform.flatMap(
    (step2, index) => isScript(step2) ? [
      [`jobs/scripts/${step2.function}.py`, functionFile(step2)],
      [
        `jobs/tests/scripts/test_${step2.function}.py`,
        testFile(step2, [rowsBefore(index), ...step2.sources.map(source2)])
      ]
    ] : []
  );
  const scripts = '"""The functions of the steps `script` of `pipeline.yaml`, a file each."""\n';
  return files.length > 0 ? Object.fromEntries([["jobs/scripts/__init__.py", scripts], ...files]) : {};
}

// packages/pipeline/src/checkPipeline.ts
function checkSources({ sources }, report) {
  for (const { value, index } of repeated(sources.map(({ name }) => name))) {
    report(
      ["sources", index, "name"],
      `"${value}" is used by two sources: give each its own name`
    );
  }
  sources.forEach((source2, index) => {
    const at = (path, message) => report(["sources", index, ...path], message);
    const { format: format2, csv: csv2 } = source2;
    for (const own of ["csv", "json"]) {
      if (source2[own] && format2 !== own) {
        at(
          [own],
          `is only for the format ${own}, and the format is ${format2}: remove it`
        );
      }
    }
    if (csv2 && csv2.quote === "none" && csv2.multiLine) {
      at(
        ["csv", "multiLine"],
        "needs quotes, and csv.quote is none: without them a line break ends a row"
      );
    }
    checkTable(source2, at);
    checkJdbc(source2, at);
    checkSourceColumns(source2, at);
  });
}
function checkSourceColumns({ format: format2, columns: columns2 = [] }, report) {
  for (const { value, index } of repeated(columns2.map(({ name }) => name))) {
    report(
      ["columns", index, "name"],
      `"${value}" occurs twice: remove one, or give the file other names`
    );
  }
  columns2.forEach((column, index) => {
    if (column.key !== void 0 && format2 !== "json" && format2 !== "table") {
      report(
        ["columns", index, "key"],
        `is only for JSON, and the format is ${format2}: remove it`
      );
    }
    checkSourceColumn(
      column,
      (path, message) => report(["columns", index, ...path], message)
    );
  });
}
function checkSourcesOfSteps({ sources, transform, quality }, report) {
  const [first, ...others] = sources.map(({ name }) => name);
  if (others.includes(first) || repeated(others).length > 0) {
    return;
  }
  const read = sourcesOfSteps(transform);
  read.forEach(({ source: source2, path }, position) => {
    if (source2 === first) {
      report(
        path,
        `"${source2}" is the first source, whose rows the steps begin with: name another source`
      );
    } else if (!others.includes(source2)) {
      report(
        path,
        `no source is named "${source2}": use one of ${others.join(", ") || "(there is only one source: remove the step)"}`
      );
    } else if (read.findIndex((other) => other.source === source2) < position) {
      report(path, `"${source2}" is read twice: let one step read each source`);
    }
  });
  const compared = sourcesOfQuality(quality);
  for (const { source: source2, index } of compared) {
    if (source2 !== first && !others.includes(source2)) {
      report(
        ["quality", index, "source"],
        `no source is named "${source2}": use one of ${[first, ...others].join(", ")}`
      );
    }
  }
  const missing = others.filter(
    (name) => ![...read, ...compared].some(({ source: source2 }) => source2 === name)
  );
  if (missing.length > 0) {
    report(
      ["transform"],
      `does not read ${missing.join(
        ", "
      )}: add a join or a union of it, or remove the source`
    );
  }
}
function checkPartitions3({ output }, report) {
  if (output.fileSizeMb !== void 0 && output.partitionBy.length === 0) {
    report(
      ["output", "fileSizeMb"],
      "is for the folders of partitionBy, and there are none: remove it, or add partitionBy"
    );
  }
  for (const { value, index } of repeated(output.partitionBy)) {
    report(
      ["output", "partitionBy", index],
      `"${value}" occurs twice: remove one`
    );
  }
}
function checkCatalog({ catalog: { tables, crawler: crawler2 } }, report) {
  const at = (path, message) => report(["catalog", "crawler", ...path], message);
  if (!crawler2) {
    return;
  }
  if (tables !== "crawled") {
    at([], `is for tables: crawled, and tables is ${tables}: remove it`);
  }
  for (const field of ["onChange", "onDelete"]) {
    if (crawler2.recrawl === "newFolders" && crawler2[field] !== "log") {
      at(
        [field],
        `is ${crawler2[field]}, and recrawl is newFolders, with which Glue only takes log: write ${field}: log, or recrawl: all`
      );
    }
  }
}
var OTHERS = ["shared", "existing"];
var OWN = ["network", "capacity"];
function checkWarehouse({ warehouse: warehouse2 }, report) {
  const [other, second] = OTHERS.filter((name) => warehouse2[name] !== void 0);
  if (second) {
    report(
      ["warehouse", second],
      `names a warehouse, as ${other} does: remove one of them`
    );
  }
  for (const own of OWN) {
    if (other && warehouse2[own]) {
      report(
        ["warehouse", own],
        `is that of a warehouse of the pipeline's own, and ${other} names another one: remove one of them`
      );
    }
  }
  if (warehouse2.capacity) {
    checkCapacity(
      warehouse2.capacity,
      (path, message) => report(["warehouse", ...path], message)
    );
  }
  const { existing: existing2 } = warehouse2;
  if (!existing2) {
    return;
  }
  const { workgroup, workgroupArn, cluster } = existing2;
  const at = (path, message) => report(["warehouse", "existing", ...path], message);
  if (!workgroup && !cluster) {
    at([], "names no warehouse: add workgroup or cluster");
  }
  if (workgroup && cluster) {
    at(["cluster"], "is named beside a workgroup: remove one of them");
  }
  if (workgroup && !workgroupArn) {
    at(["workgroupArn"], "is missing: the role of the load is bound to it");
  }
  if (workgroupArn && !workgroup) {
    at(["workgroup"], "is missing: the load calls the workgroup by its name");
  }
}
var reportTo = (context) => (path, message) => context.addIssue({ code: "custom", path, message });
var checkWhole = (pipeline, context) => checkPlaces(pipeline, reportTo(context));
function checkPipeline(pipeline, context) {
  const report = reportTo(context);
  checkSources(pipeline, report);
  checkSourcesOfSteps(pipeline, report);
  checkSteps(pipeline.transform, report);
  checkScripts(pipeline.transform, report);
  checkQuality(pipeline.quality, report);
  checkPartitions3(pipeline, report);
  checkCatalog(pipeline, report);
  checkWarehouse(pipeline, report);
  checkStart(pipeline, report);
  checkPromises(pipeline, report);
  checkAlerts(pipeline, report);
  checkCompute(pipeline, report);
  checkLoad(pipeline.warehouse, report);
  checkIncremental(pipeline, report);
  checkAppended(pipeline, report);
  checkLayout(pipeline.warehouse, report);
  if (context.issues.length === 0) {
    checkColumns(pipeline, report);
  }
  if (context.issues.length === 0) {
    checkEngine(pipeline, report);
  }
}

// packages/pipeline/src/pipelineFields.ts
import { z as z43 } from "zod";

// packages/pipeline/src/runPropertiesField.ts
import { z as z40 } from "zod";

// packages/pipeline/src/secrets.ts
var SECRET_NAME = /passw|passphrase|pwd|secret|token|credential|auth|(api|access|private|encryption)[-_. ]?key/i;
var SECRET_IN_TEXT = [
  // Access key ids ("IAM identifiers", AWS IAM User Guide).
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  // JSON Web Tokens, and tokens of GitHub and GitLab.
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/,
  /\b(gh[a-z]_|github_pat_|glpat-)\w+/,
  // A user's password inside a URL.
  /:\/\/[^/\s:@]*:[^/\s@]+@/
];
var SECRET_VALUE = [
  ...SECRET_IN_TEXT,
  // Secret access keys.
  /^[A-Za-z0-9/+]{40}$/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/
];

// packages/pipeline/src/runProperties.ts
var PROPERTY_KEY_LENGTH = 255;
var MOST_PROPERTIES = 50;
var PROPERTY_VALUE_LENGTH = 1024;

// packages/pipeline/src/runPropertiesField.ts
function problemOf2(name, value) {
  if (name.length < 1 || name.length > PROPERTY_KEY_LENGTH) {
    return `has a name of ${name.length} characters: use 1 to ${PROPERTY_KEY_LENGTH}`;
  }
  if (/^(glue-pipelines\.io\/|aws:)/.test(name)) {
    return "has a name of those that the portal and AWS keep for themselves: choose another";
  }
  if (SECRET_NAME.test(name) || SECRET_VALUE.some((secret) => secret.test(value))) {
    return "looks like a secret, and run properties are stored and shown: keep it in Secrets Manager";
  }
  if (value.length > PROPERTY_VALUE_LENGTH) {
    return `has ${value.length} characters: use at most ${PROPERTY_VALUE_LENGTH}`;
  }
  return firstProblem(name, [oneLine, noTemplateSyntax]) ?? firstProblem(value, [oneLine, noTemplateSyntax]);
}
var runPropertiesField = z40.record(
  z40.string(),
  z40.string('must be text: write the value in quotes, for example "2026"')
).superRefine((properties2, context) => {
  if (Object.keys(properties2).length > MOST_PROPERTIES) {
    context.addIssue({
      code: "custom",
      message: `has more than ${MOST_PROPERTIES} properties: remove some`
    });
  }
  for (const [name, value] of Object.entries(properties2)) {
    const message = problemOf2(name, value);
    if (message) {
      context.addIssue({ code: "custom", path: [name], message });
    }
  }
}).optional().describe(
  "Properties that each run of the workflow begins with. Who starts a run may give others. Never secrets: they are stored and shown."
);

// packages/pipeline/src/s3Uri.ts
var BUCKET_NAME = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
var WHOLE_BUCKET_NAME = new RegExp(`^${BUCKET_NAME}$`);
var S3_URI_PATTERN = `^s3://${BUCKET_NAME}/.+$`;
function parseS3Uri(uri) {
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]*)\/?(.*)$/su.exec(uri) ?? [];
  return { bucket, key };
}
var scheme = (uri) => {
  if (uri.startsWith("s3://")) {
    return void 0;
  }
  return /^s3[an]:\/\//i.test(uri) ? `${JSON.stringify(uri)} uses a Hadoop scheme: write it as s3://` : `${JSON.stringify(
    uri
  )} is not an S3 URI: write s3://bucket/key for one object or s3://bucket/prefix/ for a folder`;
};
function bucketNameProblem(bucket) {
  const name = JSON.stringify(bucket);
  if (!WHOLE_BUCKET_NAME.test(bucket)) {
    return `${name} is not a valid name: S3 buckets have 3 to 63 lower-case letters, digits, dots and hyphens, and begin and end with a letter or digit`;
  }
  if (/\.\.|\.-|-\./.test(bucket)) {
    return `${name} is not a valid name: a dot in it must stand between letters or digits`;
  }
  if (/^\d+(\.\d+){3}$/.test(bucket)) {
    return `${name} is written like an IP address, which S3 does not allow: correct the name`;
  }
  return void 0;
}
var bucketName = (uri) => {
  const { bucket } = parseS3Uri(uri);
  const name = JSON.stringify(bucket);
  const problem = bucketNameProblem(bucket);
  if (problem) {
    return `the bucket ${problem}`;
  }
  if (/^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(
    bucket
  )) {
    return `the bucket ${name} is an alias or a name that S3 keeps for itself: use the name of a general purpose bucket`;
  }
  return void 0;
};
var keyPath = (uri) => {
  const { key } = parseS3Uri(uri);
  if (key === "") {
    return 'names a whole bucket: add the key of an object, or a prefix that ends in "/"';
  }
  const segments = key.replace(/\/$/, "").split("/");
  if (segments.some((segment) => segment === "." || segment === "..")) {
    return 'contains a "." or ".." segment, which would leave the folder: write the key as S3 stores it';
  }
  if (segments.includes("")) {
    return 'contains an empty path segment ("//"): remove the extra slash';
  }
  if (new TextEncoder().encode(key).length > 1024) {
    return "has a key of more than 1024 bytes, the most that S3 stores: shorten it";
  }
  return void 0;
};
var keyCharacters = (uri) => {
  const { key } = parseS3Uri(uri);
  const found = /[^\p{L}\p{M}\p{N} /_.=+@:,~-]/u.exec(key);
  if (!found) {
    return key === key.trim() && !key.includes(" /") && !key.includes("/ ") ? void 0 : "has a path segment that begins or ends with a space: correct the key";
  }
  const shown = /[\p{C}\p{Z}]/u.test(found[0]) ? `U+${found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}` : `"${found[0]}"`;
  return `contains ${shown}, which is unsafe in a path: name one object or a prefix by letters, digits, spaces and / _ . = + @ : , ~ -`;
};
var s3UriRules = [scheme, bucketName, keyPath, keyCharacters];

// packages/pipeline/src/warehouseFields.ts
import { z as z42 } from "zod";

// packages/pipeline/src/loadField.ts
import { z as z41 } from "zod";
var loadField = z41.strictObject({
  mode: z41.enum(["replace", "append", "merge", "history"]).default("replace").describe(
    "What a run does with the rows there are: it replaces them; keeps them and appends its own, once for each file of the first source; replaces those with its keys; or keeps them as versions."
  ),
  keys: z41.array(columnField("A column.")).min(1, "is empty: name what tells rows apart").max(8, "has more than 8 columns: name those that tell rows apart").optional().describe(
    "Columns of the result that tell rows apart. For the modes merge and history."
  ),
  changedAt: columnField(
    "A date or timestamp of the result: since when its row holds. For the mode history; without it, since the run."
  ).optional()
}).prefault({}).describe("How the rows of the result get into the table.");

// packages/pipeline/src/warehouseFields.ts
var networkField = z42.strictObject({
  subnets: z42.array(
    text("The id of a subnet.", subnetRules, { pattern: SUBNET_PATTERN })
  ).min(
    3,
    "needs three subnets in three Availability Zones, as Redshift Serverless does"
  ).max(16, "has more than 16 subnets: name those of the warehouse").describe("Ids of at least three subnets in three Availability Zones."),
  securityGroups: z42.array(
    text("The id of a security group.", securityGroupRules, {
      pattern: SECURITY_GROUP_PATTERN
    })
  ).min(1, "needs a security group: add one that lets nothing in").max(
    5,
    "has more than 5 security groups, the most that an interface takes"
  ).describe(
    "Ids of security groups. Nothing needs to come in; S3 must be reached on port 443."
  )
}).describe(
  "A network that there is, with a route to S3, instead of a new one."
);
var existing = z42.strictObject({
  workgroup: text(
    "The name of the workgroup of Redshift Serverless.",
    workgroupRules,
    {
      pattern: WORKGROUP_PATTERN
    }
  ).optional(),
  workgroupArn: text(
    "The ARN of the workgroup, which ends in an id. Needed with a workgroup.",
    workgroupArnRules,
    { pattern: WORKGROUP_ARN_PATTERN }
  ).optional(),
  cluster: text("The name of the provisioned cluster.", clusterRules, {
    pattern: CLUSTER_PATTERN
  }).optional(),
  copyRole: text(
    "The ARN of a role that Redshift assumes to read S3, one of those that the warehouse has.",
    roleArnRules,
    { pattern: ROLE_ARN_PATTERN }
  ),
  adminSecret: text(
    "The ARN of the secret of a database administrator, who makes the user of the load.",
    secretArnRules,
    { pattern: SECRET_ARN_PATTERN }
  )
}).describe(
  "A workgroup or a cluster that there is, whoever made it. The database must exist in a cluster."
);
var warehouseField = z42.strictObject({
  shared: text(
    "The shared warehouse by its name, made from the template glue-redshift-warehouse in the same account and region.",
    warehouseNameRules,
    { pattern: WAREHOUSE_NAME_PATTERN }
  ).optional(),
  existing: existing.optional(),
  network: networkField.optional(),
  capacity: capacityField.optional().describe(
    "How large a workgroup of the pipeline's own is: 8 to 32 units unless it says so."
  ),
  database: text("The Redshift database.", databaseRules, {
    pattern: DATABASE_PATTERN
  }).default("dev"),
  schema: text("The Redshift schema.", schemaRules, {
    pattern: SCHEMA_PATTERN
  }).default("public"),
  table: text("The Redshift table that a run loads.", tableRules, {
    pattern: TABLE_PATTERN
  }),
  evolution: z42.enum(["fail", "add-columns", "replace"]).default("fail").describe(
    "What a run does whose result has other columns than the table: it fails, adds the new ones and leaves those that are gone empty, or makes the table anew."
  ),
  load: loadField,
  distribution: z42.strictObject({
    style: z42.enum(["auto", "even", "all", "key"]).describe(
      "How rows are spread over nodes: as Redshift finds best, evenly, all of them on each node, or by the value of a column."
    ),
    column: columnField(
      "The column of the result whose equal values lie together. For the style key."
    ).optional()
  }).optional().describe(
    "Where the rows of the table lie. Takes effect when the table is made."
  ),
  sortBy: z42.array(columnField("A column.")).min(1, "is empty: name a column, or remove it").max(8, "has more than 8 columns: the first ones matter").optional().describe(
    "Columns of the result by which the table is sorted. Takes effect when the table is made."
  ),
  grants: z42.array(
    z42.strictObject({
      to: z42.enum(["role", "user", "group"]).describe("What the name is of."),
      name: text("A name of the database.", granteeRules, {
        minLength: 1,
        maxLength: 127
      })
    }).describe("One who may read the table.")
  ).max(32, "has more than 32 entries: grant to a role instead").min(1, "is empty: name somebody, or remove it").optional().describe(
    "Who may read the table. A run gives these rights, and takes none away."
  )
}).describe(
  "Where the result is loaded. With neither shared nor existing the pipeline gets a workgroup of its own."
);

// packages/pipeline/src/pipelineFields.ts
var PIPELINE_API_VERSION = "glue-pipelines.io/v2";
var JSON_PATH_PATTERN = "^\\$(\\.[A-Za-z0-9_-]+)*\\[\\*\\]$";
var csv = z43.strictObject({
  header: z43.boolean().default(true).describe(
    "Whether the first line names the columns. Without it they are col0, col1, ..."
  ),
  delimiter: z43.enum([",", ";", "|", "	"]).default(",").describe("What separates the values of a line."),
  quote: z43.enum(['"', "'", "none"]).default('"').describe(
    "What encloses values that contain the delimiter; none where quotes mean nothing."
  ),
  escape: z43.enum(["doubled", "backslash"]).default("doubled").describe(
    "How a quote is written inside of quotes: doubled, or after a backslash."
  ),
  multiLine: z43.boolean().default(false).describe(
    "Whether quoted values may contain line breaks. One task then reads a whole file."
  ),
  encoding: z43.enum(["UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"]).default("UTF-8").describe("The character encoding of the files."),
  decimalMark: z43.enum([".", ","]).default(".").describe("What stands before the decimals of a number."),
  nullWords: z43.array(z43.string().max(64)).max(16).default([""]).describe(
    "What stands for a missing value. By default the empty value, in quotes or not."
  )
}).describe("How CSV is written. Only for the format csv.");
var json = z43.strictObject({
  path: z43.string().regex(
    new RegExp(JSON_PATH_PATTERN),
    "must be the place of an array: $[*] where the file is one, else for example $.records[*]"
  ).meta({
    description: "Where the array of objects is: $[*] where the file is one, $.data.records[*] where it lies within objects. One task reads a whole file, which may have at most 2 GB.",
    pattern: JSON_PATH_PATTERN
  })
}).describe(
  "How JSON is written that is not one object a line: each file is one document, which holds an array of objects. Only for the format json."
);
var csvDefaults = csv.parse({});
var sourceMembers = {
  name: text(
    "Names the source, for the steps that read it and the folders of its copies and its rejected rows.",
    sourceNameRules,
    { pattern: SOURCE_NAME_PATTERN }
  ),
  uri: text(
    "Where the source lies: s3://bucket/key for one object, s3://bucket/prefix/ for all objects below a prefix. Of a table its folder, which is asked of the catalog when the pipeline is made; runs may read below it. A database has none.",
    s3UriRules,
    { pattern: S3_URI_PATTERN }
  ).optional(),
  format: z43.enum(["avro", "csv", "jdbc", "json", "orc", "parquet", "table"]).describe(
    "avro, csv, json (one JSON object a line, unless json says otherwise), orc, parquet, a table of the Glue Data Catalog, or jdbc, a database."
  ),
  csv: csv.optional(),
  json: json.optional(),
  table: tableField.optional(),
  jdbc: jdbcField.optional(),
  copy: z43.boolean().default(false).describe(
    "Whether a run first copies the files to raw/<name>/ of the data bucket and reads the copies. What cannot be read where it lies, as texts of another encoding than UTF-8, is copied in any case."
  ),
  ...incrementalFields,
  onInvalid: z43.enum(["fail", "setAside"]).default("fail").describe(
    "What happens to rows with a value that is not of its type: the run fails, or they are written to rejected/<source>/ and left out."
  )
};
var columns = z43.array(sourceColumn).min(1, "needs at least one column: add one").max(1600, "has more than 1600 columns: list those that the pipeline uses").describe(
  "The columns to read, with their types. They are filled in from the file when the pipeline is made; what is not listed is not read."
);
var source = z43.strictObject({ ...sourceMembers, columns }).describe("One data set that the pipeline reads.");
var draftSource = z43.strictObject({
  ...sourceMembers,
  columns: columns.optional()
});
var sourcesOf = (one) => z43.array(one).min(1, "needs at least one source: add one").max(8, "has more than 8 sources: join fewer, or make two pipelines").describe("The data sets that the pipeline reads.");
var pipelineFields = z43.strictObject({
  apiVersion: z43.literal(PIPELINE_API_VERSION).describe("The version of this format."),
  name: text(
    "Names the workflow, the stacks, the bucket, the warehouse and the repository.",
    pipelineNameRules,
    { pattern: PIPELINE_NAME_PATTERN, minLength: 3, maxLength: 40 }
  ),
  description: text(
    "Says in one line what the pipeline is for.",
    descriptionRules,
    { minLength: 1, maxLength: 256 }
  ),
  owner: text(
    "The group or user of the catalog that owns the pipeline, for example group:default/data-engineering.",
    ownerRules,
    { pattern: OWNER_PATTERN }
  ),
  tags: z43.array(text("A tag.", tagRules, { pattern: TAG_PATTERN, maxLength: 63 })).max(20, "has more than 20 tags: remove some").default([]).describe("Tags of the entity in the catalog."),
  sources: sourcesOf(source),
  transform: z43.array(step).max(64, "has more than 64 steps: make two pipelines").default([]).describe("What is done to the rows of the first source, step by step."),
  quality: qualityField,
  output: z43.strictObject({
    partitionBy: z43.array(columnField("A column.")).max(8).default([]).describe("Columns of the result that become folders."),
    fileSizeMb: z43.int("must be a whole number").min(1, "must be at least 1").max(4096, "must be at most 4096").optional().describe(
      "About how many MB a Parquet file in a folder of partitionBy has at most. Absent: each folder has one file."
    ),
    whenEmpty: z43.enum(["fail", "load"]).default("fail").describe(
      "What a run does whose result has no row: it fails and the table keeps its rows, or it loads no row, which empties a table whose rows are replaced."
    )
  }).prefault({}).describe("How the Parquet result is written."),
  catalog: catalogField,
  warehouse: warehouseField,
  start: startField,
  promises: promisesField,
  alerts: alertsField,
  compute: computeField,
  defaultRunProperties: runPropertiesField
}).meta({
  title: "Glue pipeline",
  description: "Describes one pipeline: the sources it reads, what it does to their rows, and the Redshift table that it loads."
});
var draftFields = pipelineFields.extend({
  sources: sourcesOf(draftSource)
});

// packages/pipeline/src/pipelineSchema.ts
function completed(pipeline) {
  const { catalog, sources } = pipeline;
  return {
    ...pipeline,
    sources: sources.map((source2) => ({
      ...source2,
      ...source2.format === "csv" && { csv: source2.csv ?? csvDefaults },
      copy: whyCopied(source2) !== void 0
    })),
    catalog: {
      ...catalog,
      ...catalog.tables === "crawled" && {
        crawler: catalog.crawler ?? crawlerDefaults
      }
    }
  };
}
var pipelineSchema = pipelineFields.superRefine(checkWhole).superRefine(checkPipeline).transform((pipeline) => completed(pipeline));
var draftSchema = draftFields.superRefine(checkPipeline).transform((pipeline) => completed(pipeline));

// packages/pipeline/src/versions/schedule.ts
function readSchedule(reading) {
  const { document, problems, placeOf } = reading;
  if (typeof document !== "object" || document === null || !("schedule" in document)) {
    return reading;
  }
  const { schedule, ...rest } = document;
  return "start" in rest ? {
    document: rest,
    problems: [
      ...problems,
      {
        path: ["schedule"],
        message: "is the old name of start, which is there too: remove it, and say in start when the pipeline starts"
      }
    ],
    placeOf
  } : {
    document: { ...rest, start: schedule },
    problems,
    placeOf: (path) => path[0] === "start" ? ["schedule", ...path.slice(1)] : placeOf(path)
  };
}

// packages/pipeline/src/versions/v1.ts
var FIELDS2 = {
  joins: { kind: "join", list: true },
  filter: { kind: "filter", member: "condition" },
  required: { kind: "dropIncomplete", member: "columns" },
  deduplicateBy: { kind: "deduplicate", member: "columns" },
  aggregate: { kind: "aggregate" },
  select: { kind: "select", member: "columns" }
};
var MAY_BE_EMPTY = ["required", "deduplicateBy"];
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isEmptyList = (value) => Array.isArray(value) && value.length === 0;
function stepsOf(transform) {
  return Object.entries(FIELDS2).flatMap(([name, { kind, member, list }]) => {
    const value = transform[name];
    if (value === void 0 || MAY_BE_EMPTY.includes(name) && isEmptyList(value)) {
      return [];
    }
    const stepOf = (one) => isObject(one) ? { kind, ...one } : one;
    const path = ["transform", name];
    if (list) {
      return [value].flat().map((one, index) => ({ step: stepOf(one), path: [...path, index] }));
    }
    return member ? [{ step: { kind, [member]: value }, path, member }] : [{ step: stepOf(value), path }];
  });
}
function readV1(document, apiVersion) {
  const { transform = {} } = document;
  if (!isObject(transform)) {
    return {
      document: { ...document, apiVersion, transform: [] },
      problems: [
        {
          path: ["transform"],
          message: `must be an object in this version of the format: write apiVersion: ${apiVersion} where it is a list of steps`
        }
      ],
      placeOf: (path) => path
    };
  }
  const steps = stepsOf(transform);
  return {
    document: {
      ...document,
      apiVersion,
      transform: steps.map(({ step: step2 }) => step2)
    },
    problems: Object.keys(transform).filter((key) => !Object.hasOwn(FIELDS2, key)).map((key) => ({
      path: ["transform", key],
      message: "is not a field of pipeline.yaml: remove it or correct its name"
    })),
    placeOf: (path) => {
      const [first, index, ...rest] = path;
      const old = first === "transform" && typeof index === "number" ? steps[index] : void 0;
      if (!old) {
        return path;
      }
      return [...old.path, ...rest[0] === old.member ? rest.slice(1) : rest];
    }
  };
}

// packages/pipeline/src/versions/readVersion.ts
var OLDER = {
  "glue-pipelines.io/v1": readV1
};
function readVersion(input) {
  const { apiVersion } = input ?? {};
  const read = typeof apiVersion === "string" && Object.hasOwn(OLDER, apiVersion) ? OLDER[apiVersion] : void 0;
  return readSchedule(
    read ? read(input, PIPELINE_API_VERSION) : { document: input, problems: [], placeOf: (path) => path }
  );
}

// packages/pipeline/src/parsePipeline.ts
var InvalidPipelineError = class extends Error {
  problems;
  constructor(problems, what = "pipeline") {
    super(
      problems.map(({ field, message }) => `${field || what}: ${message}`).join("\n")
    );
    this.name = "InvalidPipelineError";
    this.problems = problems;
  }
};
var article = (type3) => type3 === "array" || type3 === "object" || type3 === "int" ? `an ${type3}` : `a ${type3}`;
var UNIONS = {
  transform: { what: "step", says: "does", names: KIND_NAMES },
  quality: { what: "rule", says: "wants", names: RULE_KIND_NAMES }
};
function kindProblem(input, field) {
  const { what, says, names: all2 } = UNIONS[field];
  const { kind } = input ?? {};
  const near = typeof kind === "string" ? nearest(kind, all2) : void 0;
  const names = all2.join(", ");
  if (kind === void 0) {
    return `is missing: say what the ${what} ${says} by one of ${names}`;
  }
  return `${JSON.stringify(kind)} is no kind of ${what}: use ${near ? `"${near}", or another ` : ""}one of ${names}`;
}
function problemsOf(issue, placeOf, what) {
  const field = fieldPath(placeOf(issue.path));
  switch (issue.code) {
    case "invalid_union":
      return [{ field, message: kindProblem(issue.input, issue.path[0]) }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        field: fieldPath(placeOf([...issue.path, key])),
        message: `is not a field of ${what}.yaml: remove it or correct its name`
      }));
    case "invalid_value":
      return [
        {
          field,
          message: `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`
        }
      ];
    case "invalid_type":
      if (issue.input === void 0) {
        return [{ field, message: "is missing: add it" }];
      }
      return [
        {
          field,
          message: issue.message.startsWith("must") ? issue.message : `must be ${article(issue.expected)}`
        }
      ];
    default:
      return [{ field, message: issue.message }];
  }
}
function checked(schema, { document, problems, placeOf }, what = "pipeline") {
  const result = schema.safeParse(document, { reportInput: true });
  const found = [
    ...problems.map(({ path, message }) => ({
      field: fieldPath(path),
      message
    })),
    ...(result.error?.issues ?? []).flatMap(
      (issue) => problemsOf(issue, placeOf, what)
    )
  ];
  if (!result.success || found.length > 0) {
    throw new InvalidPipelineError(found, what);
  }
  return result.data;
}
var parsePipeline = (input) => checked(pipelineSchema, readVersion(input));

// packages/pipeline/src/never.ts
var NEVER = "cron(0 0 1 1 ? 2199)";

// packages/pipeline/src/rangeValues.ts
var MOST_VALUES = 366;
var InvalidRangeError = class extends Error {
  constructor(field, message) {
    super(message);
    this.field = field;
  }
  field;
  name = "InvalidRangeError";
};
var HOUR_MS = 60 * 6e4;
var DAY_MS = 24 * HOUR_MS;
var DATE = /^\d{4}-\d{2}-\d{2}$/;
var LENGTHS = { hour: 13, day: 10, month: 7 };
function rangeValues({ from, to, every }) {
  const first = toTime("from", from);
  const last = toTime("to", to) + DAY_MS - 1;
  if (last < first) {
    throw new InvalidRangeError(
      "to",
      `${to} is before ${from}, where the range begins`
    );
  }
  const step2 = every === "hour" ? HOUR_MS : DAY_MS;
  const values2 = /* @__PURE__ */ new Set();
  for (let time = first; time <= last; time += step2) {
    values2.add(new Date(time).toISOString().slice(0, LENGTHS[every]));
    if (values2.size > MOST_VALUES) {
      throw new InvalidRangeError(
        void 0,
        `has more than ${MOST_VALUES} ${every}s, and so many runs are the most of a backfill. Choose a shorter range`
      );
    }
  }
  return [...values2];
}
function toTime(field, date) {
  const time = DATE.test(date) ? Date.parse(date) : NaN;
  if (!(new Date(time || 0).toISOString().slice(0, 10) === date)) {
    throw new InvalidRangeError(
      field,
      `'${date.slice(0, 40)}' is no date such as 2026-11-29`
    );
  }
  return time;
}

// packages/pipeline/src/sharedWarehouse.ts
import { z as z44 } from "zod";
var WAREHOUSE_API_VERSION = "glue-pipelines.io/warehouse/v1";
var sharedWarehouseFields = z44.strictObject({
  apiVersion: z44.literal(WAREHOUSE_API_VERSION).describe("The version of this format."),
  name: text(
    "Names the warehouse for pipelines, its namespace, its workgroup, its stack and its repository.",
    warehouseNameRules,
    { pattern: WAREHOUSE_NAME_PATTERN, minLength: 3, maxLength: 40 }
  ),
  description: text(
    "Says in one line whose data the warehouse holds.",
    descriptionRules,
    { minLength: 1, maxLength: 256 }
  ),
  owner: text(
    "The group or user of the catalog that owns the warehouse, for example group:default/data-platform.",
    ownerRules,
    { pattern: OWNER_PATTERN }
  ),
  tags: z44.array(text("A tag.", tagRules, { pattern: TAG_PATTERN, maxLength: 63 })).max(20, "has more than 20 tags: remove some").default([]).describe("Tags of the entity in the catalog."),
  capacity: capacityField.prefault({}).describe("How large the warehouse is."),
  network: networkField.optional()
}).meta({
  title: "Shared warehouse",
  description: "Describes one warehouse of Redshift Serverless that many pipelines load."
});
var sharedWarehouseSchema = sharedWarehouseFields.superRefine(
  ({ capacity }, context) => checkCapacity(
    capacity,
    (path, message) => context.addIssue({ code: "custom", path, message })
  )
);
var parseSharedWarehouse = (input) => checked(
  sharedWarehouseSchema,
  { document: input, problems: [], placeOf: (path) => path },
  "warehouse"
);

// packages/pipeline/src/sample/samplePipeline.ts
var sampleFile = (source2) => `sample/${source2}.jsonl`;
var sampleBucket = ({ name }) => `${name}-sample`;
function localPipeline({
  start: _start,
  ...pipeline
}) {
  const {
    shared: _shared,
    existing: _existing,
    network: _network,
    grants: _grants,
    ...warehouse2
  } = pipeline.warehouse;
  return {
    ...pipeline,
    compute: { ...pipeline.compute, maxRetries: 0 },
    warehouse: warehouse2
  };
}
function samplePipeline(pipeline) {
  const { quality, sources, ...rest } = localPipeline(pipeline);
  const bucket = sampleBucket(pipeline);
  return {
    ...rest,
    sources: sources.map(({ name, copy, incremental, onInvalid, columns: columns2 }) => ({
      name,
      uri: `s3://${bucket}/${name}/`,
      format: "json",
      copy,
      // Folders and watermarks are those of the source itself.
      ...incremental === "files" && { incremental },
      onInvalid,
      columns: columns2.map(
        ({ key: _key, format: _format, zone: _zone, ...column }) => column
      )
    })),
    quality: quality.map((rule2) => ({ ...rule2, onFailure: "warn" }))
  };
}
export {
  COST_ASSUMPTIONS,
  DEFAULT_CAPACITY,
  InvalidPipelineError,
  InvalidRangeError,
  NEVER,
  contractChanges,
  contractMarkdown,
  costWords,
  dataContract,
  dataQualityRuleset,
  engineOf,
  estimateCost,
  localPipeline,
  parsePipeline,
  parseS3Uri,
  parseSharedWarehouse,
  pipelineDiagram,
  rangeValues,
  sampleBucket,
  sampleFile,
  samplePipeline,
  scriptFiles,
  warehouseOf
};
