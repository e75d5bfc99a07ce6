/** Chinese sentences for what signing in with a second step, and my account, refuse. */
import type { Sentences } from "../facts.ts";

export const accountRefusals = {
  user_is_disabled: () => "该账号已停用，请联系系统管理员",
  wrong_code: () => "验证码不对，请核对手机上的最新一组",
  code_too_late: () => "本次登录验证已失效，请重新输入密码",
  second_factor_is_on: () => "两步验证已经开启",
  second_factor_is_off: () => "两步验证没有开启",
  sso_unavailable: () => "企业统一登录暂时连不上，请稍后再试，或用密码登录",
  session_not_found: () => "该登录已经退出",
  reset_link_invalid: () => "链接已失效或已用过，请重新申请",
} satisfies Sentences;
