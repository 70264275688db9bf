/** Drawn on a grid of 16, in the colour of the text beside them. They never stand without a word, so they have no name. */
import type { ComponentChildren } from 'preact';
import type { StateName } from '../utils/texts';

const Icon = ({ children, turning = false }: { children: ComponentChildren; turning?: boolean }) => (
  <svg
    class={turning ? 'icon turning' : 'icon'}
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);

/** The arch of a bridge over a line. */
export const IconBridge = () => (
  <Icon>
    <path d="M3 10.5V9a5 5 0 0 1 10 0v1.5" stroke-width="2" stroke-linecap="butt" />
    <path d="M2 12.7h12" stroke-width="1.5" />
  </Icon>
);

export const IconWarning = () => (
  <Icon>
    <path d="M8 2.2 14.6 13.5H1.4z" />
    <path d="M8 6.5v3.2M8 11.6v.1" />
  </Icon>
);

export const IconInfo = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 7.4v3.6M8 5v.1" />
  </Icon>
);

export const IconLock = () => (
  <Icon>
    <path d="M3 7.2h10v6.6H3z" />
    <path d="M5.2 7.2V5a2.8 2.8 0 0 1 5.6 0v2.2M8 10v1.4" />
  </Icon>
);

export const IconArrow = () => (
  <Icon>
    <path d="M2 8h11M9 4l4 4-4 4" />
  </Icon>
);

/** What comes later: the dashes of a state that has not begun. */
export const IconLater = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.2" stroke-dasharray="2.2 2.67" />
  </Icon>
);

export const IconFile = () => (
  <Icon>
    <path d="M3.5 1.8h6l3 3v9.4h-9z" />
    <path d="M9.3 1.8v3.2h3.2M5.8 8.2h4.4M5.8 11h4.4" />
  </Icon>
);

export const IconDone = () => (
  <Icon>
    <path d="m2.5 8.6 3.6 3.6 7.4-8" />
  </Icon>
);

export const IconSpinner = () => (
  <Icon turning>
    <path d="M14.2 8A6.2 6.2 0 1 1 8 1.8" />
  </Icon>
);

const StateShape = ({ state }: { state: StateName }) => {
  switch (state) {
    case 'unsent':
      return <circle cx="8" cy="8" r="6.2" stroke-dasharray="2.2 2.67" />;
    case 'queued':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="M8 4.6V8l2.3 1.6" />
        </>
      );
    case 'sending':
      return <path d="M2 8h11M9 4l4 4-4 4" />;
    case 'incomplete':
      return <path d="M10.8 2.4 13.6 5.2 5.6 13.2l-3.4.6.6-3.4z" />;
    case 'uncertain':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="M6.3 6.3a1.8 1.8 0 1 1 2.5 1.7c-.6.3-.8.6-.8 1.2M8 11.4v.1" />
        </>
      );
    case 'issued':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="m5.3 8.2 1.9 1.9 3.6-3.9" />
        </>
      );
    case 'done':
      return <path d="m1.2 8.6 3 3L10.4 5M7.4 10.8l.8.8L14.8 5" />;
    case 'failed':
      return (
        <>
          <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z" />
          <path d="m6 6 4 4M10 6l-4 4" />
        </>
      );
    case 'skipped':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="M5.2 8h5.6" />
        </>
      );
    default:
      return state satisfies never;
  }
};

export const IconState = ({ state }: { state: StateName }) => (
  <Icon>
    <StateShape state={state} />
  </Icon>
);
