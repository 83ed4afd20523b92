// A thin element over ECharts: draws `option`, follows its own size and the page's colour scheme.
import * as echarts from '../_static/echarts/6.0.0/dist/echarts.esm.min.js';

// Asks the browser for the colour a custom property stands for in the scheme of the moment.
const colour = (name, inside) => {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  inside.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};

const dark = () => {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
};

// Formatters are named, not sent: the server never sends script.
const formatters = {
  percent: (value) => `${Math.round(value)}%`,
  plain: (value) => Number(value).toLocaleString(document.documentElement.lang || 'zh-CN', { maximumFractionDigits: 1 }),
};

const resolve = (node, inside) => {
  if (Array.isArray(node)) return node.map((each) => (typeof each === 'object' ? resolve(each, inside) : each));
  if (node === null || typeof node !== 'object') return node;
  const out = {};
  for (const [key, value] of Object.entries(node)) {
    const named = (key === 'formatter' || key === 'valueFormatter') && typeof value === 'string' && value.startsWith('@');
    const variable = typeof value === 'string' && value.startsWith('--');
    out[key] = named ? formatters[value.slice(1)] : variable ? colour(value, inside) : resolve(value, inside);
  }
  return out;
};

class JiyunChart extends HTMLElement {
  #chart;
  #option;
  #resized = new ResizeObserver(() => this.#chart?.resize());
  #restyled = new MutationObserver(() => this.#draw(true));

  connectedCallback() {
    this.style.display ||= 'block';
    this.#resized.observe(this);
    this.#restyled.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'class'] });
    this.#draw(true);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    this.#restyled.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  set option(option) {
    this.#option = option;
    this.#draw(false);
  }

  get option() {
    return this.#option;
  }

  #draw(anew) {
    if (!this.isConnected || !this.#option) return;
    if (anew) {
      this.#chart?.dispose();
      this.#chart = undefined;
    }
    this.#chart ??= echarts.init(this, dark() ? 'dark' : undefined, { renderer: 'svg' });
    this.#chart.setOption({ backgroundColor: 'transparent', animation: false, textStyle: { fontFamily: getComputedStyle(this).fontFamily }, ...resolve(this.#option, document.body) }, true);
    this.#chart.off('click');
    this.#chart.on('click', (event) => {
      const link = event.data && event.data.link;
      if (link) window.dispatchEvent(new CustomEvent('vaadin-navigate', { detail: { url: link } }));
    });
  }
}

if (!customElements.get('jiyun-chart')) customElements.define('jiyun-chart', JiyunChart);
