import type { ComponentChildren } from 'preact';

interface PanelProps {
  name: string;
  shown: boolean;
  children: ComponentChildren;
  /** Lies over the panel, which stays as it is beneath: list, query and scroll position are there again afterwards. */
  over?: ComponentChildren;
}

/** What a tab shows. Hidden panels keep their place in the layout and with it their scroll positions. */
export function Panel({ name, shown, children, over }: PanelProps) {
  return (
    <div class="panel" role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} data-shown={shown}>
      <div class="panel-body" inert={Boolean(over)}>
        {children}
      </div>
      {over}
    </div>
  );
}
