// Parses every query of the dashboards and of the rules; prints each that does not parse and exits with 1.
import { readdirSync, readFileSync } from 'node:fs';
import { parser as logql } from '@grafana/lezer-logql';
import { parser as traceql } from '@grafana/lezer-traceql';
import { parser as promql } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';

const folder = new URL('..', import.meta.url);
let queries = 0;
const broken = [];

function check(parser, where, text) {
  queries += 1;
  const query = text.replaceAll('$__rate_interval', '1m').replaceAll('$__auto', '1m');
  parser.parse(query).iterate({
    enter(node) {
      if (node.type.isError) {
        broken.push(`${where}: does not parse at character ${node.from}: ${query}`);
      }
    },
  });
}

for (const file of readdirSync(new URL('dashboards/', folder))) {
  const dashboard = JSON.parse(readFileSync(new URL(`dashboards/${file}`, folder)));
  for (const panel of dashboard.panels) {
    for (const target of panel.targets ?? []) {
      const where = `${file}, ${panel.title}`;
      if (target.queryType === 'traceql') {
        check(traceql, where, target.query);
      } else if (target.datasource.type === 'loki') {
        check(logql, where, target.expr);
      } else if (target.expr) {
        check(promql, where, target.expr);
      }
    }
  }
}

for (const file of readdirSync(new URL('rules/', folder)).filter((name) => name.endsWith('.yaml'))) {
  for (const group of parse(readFileSync(new URL(`rules/${file}`, folder), 'utf8')).groups) {
    for (const rule of group.rules) {
      check(promql, `${file}, ${rule.alert ?? rule.record}`, rule.expr);
    }
  }
}

broken.forEach((line) => console.error(line));
console.log(`${queries} queries parsed, ${broken.length} of them broken`);
process.exit(broken.length > 0 || queries === 0 ? 1 : 0);
