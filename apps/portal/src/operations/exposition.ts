/** One metric in the text format of Prometheus. */
export interface Metric {
  name: string;
  help: string;
  type: 'gauge' | 'counter';
  samples: { labels?: Record<string, string>; value: number }[];
}

/** The text format 0.0.4. All names begin with `spryiannia_`. */
export function exposition(metrics: readonly Metric[]): string {
  return metrics
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, help, type, samples }) => [
      `# HELP spryiannia_${name} ${help}`,
      `# TYPE spryiannia_${name} ${type}`,
      ...samples.map(({ labels, value }) => `spryiannia_${name}${listed(labels)} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function listed(labels: Record<string, string> = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
