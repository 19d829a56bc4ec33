import { useId } from 'preact/hooks';
import { Icon, type IconName } from '../ui/icon.tsx';

interface LinkListProps {
  title: string;
  icon: IconName;
  links: readonly { text: string; url: string }[];
}

/** Links to other sites, which open in a new tab without a referrer. */
export function LinkList({ title, icon, links }: LinkListProps) {
  const titleId = useId();
  return (
    <section class="links">
      <h3 id={titleId}>{title}</h3>
      <ul aria-labelledby={titleId}>
        {links.map(({ text, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer noopener">
              <Icon name={icon} />
              <span>{text}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
