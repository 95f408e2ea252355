import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Environment } from '../environment.ts';
import { accountForm, accountPage } from './account-page.ts';
import { actionForm, actionsPage } from './actions-page.ts';
import { answerForm, commentForm, resolveForm } from './comment-forms.ts';
import { editForm, editPage } from './edit-page.ts';
import { diffPage, historyPage, restoreForm } from './history-page.ts';
import { homePage } from './home-page.ts';
import { linkForm, linkPage } from './link-page.ts';
import { listPage } from './list-page.ts';
import { newForm, newPage } from './new-page.ts';
import { peopleForm, peoplePage } from './people-page.ts';
import { readingPage } from './reading-page.ts';
import { reviewForm, reviewPage } from './review-page.ts';
import { documentSetter } from './set-document.ts';
import { settingsForm, settingsPage } from './settings-page.ts';
import { signInForm, signInPage, signOutForm } from './sign-in-page.ts';
import type { Site } from './site.ts';
import { sendStyle, stylePath } from './stylesheet.ts';

type Handler = (c: Context<Environment>, site: Site) => Response | Promise<Response>;

/** The pages that people read and write on without an application: plain HTML and forms. */
export function pageRoutes(app: OpenAPIHono<Environment>, site: Site): void {
  const pages: Readonly<Record<string, Handler>> = {
    '/': homePage,
    '/sign-in': signInPage,
    '/link/:secret': linkPage,
    '/new': newPage,
    '/postmortems': listPage,
    '/postmortems/:id': readingPage(documentSetter()),
    '/postmortems/:id/edit': editPage,
    '/postmortems/:id/history': historyPage,
    '/postmortems/:id/diff': diffPage,
    '/postmortems/:id/review': reviewPage,
    '/actions': actionsPage,
    '/people': peoplePage,
    '/account': accountPage,
    '/settings': settingsPage,
  };
  const forms: Readonly<Record<string, Handler>> = {
    '/sign-in': signInForm,
    '/sign-out': signOutForm,
    '/link/:secret': linkForm,
    '/new': newForm,
    '/postmortems/:id/edit': editForm,
    '/postmortems/:id/restore': restoreForm,
    '/postmortems/:id/review': reviewForm,
    '/postmortems/:id/comments': commentForm,
    '/postmortems/:id/comments/:comment/answers': answerForm,
    '/postmortems/:id/comments/:comment/resolve': resolveForm,
    '/actions': actionForm,
    '/people': peopleForm,
    '/account': accountForm,
    '/settings': settingsForm,
  };
  app.get(stylePath, sendStyle);
  for (const [path, page] of Object.entries(pages)) app.get(path, (c) => page(c, site));
  for (const [path, form] of Object.entries(forms)) app.post(path, (c) => form(c, site));
}
