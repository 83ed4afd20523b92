package io.jiyun.console.shell;

import com.vaadin.flow.component.UI;

/**
 * Keys that work on every page: {@code /} search, {@code g} and a letter to go, {@code j} into the
 * list. A button that names a letter in {@code aria-keyshortcuts} is pressed by it.
 */
final class Shortcuts {

    static void install(UI ui) {
        ui.getPage()
                .executeJs(
                        """
                        if (window.jiyunKeys) return;
                        window.jiyunKeys = true;
                        let going = 0;
                        const places = { h: '', o: 'overview', q: 'quotas', r: 'requests', f: 'requests/new',
                          t: 'tasks', n: 'notices', a: 'audit', u: 'accounts' };
                        document.addEventListener('keydown', (event) => {
                          const typing = event.composedPath().some((node) =>
                            ['INPUT', 'TEXTAREA', 'SELECT'].includes(node.tagName));
                          if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
                          if (event.key === '/') {
                            const field = document.querySelector('.search-field');
                            if (field) { field.focus(); event.preventDefault(); }
                          } else if (event.key === 'g') {
                            going = Date.now();
                          } else if (Date.now() - going < 1500 && event.key in places) {
                            going = 0;
                            // Only a click on a link also asks the server for the page.
                            const link = document.createElement('a');
                            link.href = './' + places[event.key];
                            document.body.append(link);
                            link.click();
                            link.remove();
                          } else if (event.key === 'j') {
                            const row = document.querySelector('vaadin-grid')
                              ?.shadowRoot.querySelector('#items [tabindex="0"]');
                            if (row) { row.focus(); event.preventDefault(); }
                          } else if (/^[a-z]$/.test(event.key)
                              && !document.querySelector('vaadin-dialog[opened]')) {
                            const button = document.querySelector(
                              `[aria-keyshortcuts="${event.key}"]:not([disabled])`);
                            if (button) { button.click(); event.preventDefault(); }
                          }
                        });
                        """);
    }

    private Shortcuts() {}
}
